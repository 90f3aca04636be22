using Portal.Core.Availability.Sessions;
using Portal.Core.Time;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard.Sessions;

/// <summary>Why a session was refused, in words, and what it is about.</summary>
public static class SessionWords
{
    /// <returns>The property of <see cref="SessionInput"/> to change, and the sentence.</returns>
    public static (string Field, string Sentence) Of(OfferSessionOutcome refusal, NodaTime.DateTimeZone zone) => refusal switch
    {
        OfferSessionOutcome.EndsBeforeItBegins => (nameof(SessionInput.End), "The session must end after it starts."),
        OfferSessionOutcome.TimeIsPast => (nameof(SessionInput.Start), "This time is past. Choose one to come."),
        OfferSessionOutcome.TooFarAhead far => (nameof(SessionInput.Date), $"The meeting type can be booked until {MeetingTime.Day(far.Last)} {far.Last.Year} at most."),
        OfferSessionOutcome.TimeDoesNotExist gap =>
            (nameof(SessionInput.Start), $"The clock skips {MeetingTime.Clock(gap.At.TimeOfDay)} on {MeetingTime.Day(gap.At.Date)}. Choose a time after it."),
        OfferSessionOutcome.PriceOutsideLimits limits => (nameof(SessionInput.Price), PriceBetween(limits.Lowest, limits.Highest)),
        OfferSessionOutcome.OverlapsSession other =>
            (nameof(SessionInput.Start), $"It overlaps your session {MeetingTime.Range(other.Start, other.End, zone)}."),
        OfferSessionOutcome.OverlapsMeeting other =>
            (nameof(SessionInput.Start), $"You have a meeting then, {MeetingTime.Range(other.Start, other.End, zone)}."),
        OfferSessionOutcome.MeetingTypeNotFound => (nameof(SessionInput.MeetingType), "Choose one of your meeting types."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    public static string PriceBetween(Core.Payments.Money lowest, Core.Payments.Money highest) =>
        $"The price must be between {MoneyWords.Of(lowest)} and {MoneyWords.Of(highest)}.";
}
