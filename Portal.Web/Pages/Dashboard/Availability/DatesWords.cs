using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What became of a date, or of days off, in words.</summary>
internal static class DatesWords
{
    public static string OfSaving(LocalDate date, SaveDateOverrideOutcome.Saved saved) => $"{MeetingTime.Day(date)} is saved.{StaysBooked(saved.MeetingsOutside)}";

    public static string OfAdding(AddTimeOffRequest off, AddTimeOffOutcome.Added added, LocalDate today) =>
        $"No meetings {(off.FirstDay == off.LastDay ? $"on {MeetingTime.Day(off.FirstDay, today)}" : MeetingTime.Days(off.FirstDay, off.LastDay))}.{StaysBooked(added.Meetings)}";

    public static string WhyNot(AddTimeOffOutcome outcome) => outcome switch
    {
        AddTimeOffOutcome.EndsBeforeItBegins => "The last day is before the first.",
        AddTimeOffOutcome.TooLong => "That is more than a year. Enter it in parts, or take the hours out of the usual week.",
        _ => "These days are past.",
    };

    private static string StaysBooked(int meetings) => meetings switch
    {
        0 => "",
        1 => " One meeting is booked there and stays; move or cancel it in the bookings.",
        _ => $" {meetings} meetings are booked there and stay; move or cancel them in the bookings.",
    };
}
