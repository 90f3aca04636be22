using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Core.Notifications;

/// <summary>The placeholder values of a mail about a meeting, in its reader's zone.</summary>
public sealed class MeetingWords
{
    private readonly Dictionary<string, string?> values;

    private readonly LocalDate today;

    /// <param name="booking">With its organisation, meeting type and host.</param>
    public MeetingWords(Booking booking, Participant reader, IMeetingMessage message, MeetingLinks links, Instant now)
    {
        Zone = reader.IsStaff ? booking.HostZone : booking.VisitorZone;
        today = now.InZone(Zone).Date;
        values = new(StringComparer.Ordinal)
        {
            ["Organization"] = booking.Organization!.Name,
            ["Title"] = booking.MeetingType!.Name,
            ["Reader"] = reader.Name,
            ["With"] = reader.IsStaff ? booking.VisitorName : booking.Host!.DisplayName,
            ["Start"] = Moment(message.StartsAt),
            ["When"] = MeetingTime.Range(message.StartsAt, message.EndsAt, Zone, today),
            ["Zone"] = ZoneAt(message.StartsAt),
            ["Duration"] = MeetingTime.Wait(message.EndsAt - message.StartsAt),
            ["OpensBefore"] = MeetingTime.Wait(JoinWindow.OpensBefore),
            ["JoinLink"] = links.Join?.AbsoluteUri,
            ["ManageLink"] = links.Manage?.AbsoluteUri,
            ["DeviceCheckLink"] = links.DeviceCheck?.AbsoluteUri,
            ["BookLink"] = links.Book.AbsoluteUri,
            ["VisitorEmail"] = reader.IsStaff ? booking.VisitorEmail : null,
            ["Article"] = reader.IsStaff ? booking.Article : null,
            ["Notes"] = string.IsNullOrWhiteSpace(booking.Notes) ? null : booking.Notes.Trim(),
            ["Answers"] = AnswersOf(booking),
            ["CalendarNote"] = message.IsInCalendar ? " The calendar entry is in this mail." : "",
            ["Code"] = null,
            ["Before"] = null,
            ["MovedBy"] = null,
            ["CancelledBy"] = null,
            ["Reason"] = null,
            ["MissingHost"] = null,
            ["PreviousHost"] = null,
            ["NewHost"] = null,
            ["AtTheDoor"] = null,
            ["InvitedBy"] = null,
            ["Message"] = null,
        };
        message.AddWords(this);
    }

    public DateTimeZone Zone { get; }

    public IReadOnlyDictionary<string, string?> Values => values;

    public string Title => $"{values["Title"]} with {values["With"]}";

    /// <param name="value">Null leaves out the lines that show it.</param>
    public void Set(string name, string? value)
    {
        if (!values.ContainsKey(name))
            throw new ArgumentException($"No mail has a placeholder {name}; add it to the list first.", nameof(name));
        values[name] = value;
    }

    /// <returns>A question and its answer to a line; null when nothing was asked.</returns>
    internal static string? AnswersOf(Booking booking) => booking.Answers.Count == 0
        ? null
        : string.Join('\n', booking.Answers.Select(answer => $"{answer.Question}: {answer.Value.Replace("\n", ", ", StringComparison.Ordinal)}"));

    /// <summary><c>Tue 24 November, 14:00</c></summary>
    public string Moment(Instant instant)
    {
        var local = instant.InZone(Zone);
        return $"{MeetingTime.Day(local.Date, today)}, {MeetingTime.Clock(local.TimeOfDay)}";
    }

    // a city alone does not tell everybody how far it is from home
    private string ZoneAt(Instant instant)
    {
        var name = MeetingTime.ZoneName(Zone);
        var offset = MeetingTime.OffsetName(Zone.GetUtcOffset(instant));
        return name.StartsWith("UTC", StringComparison.Ordinal) ? name : $"{name} ({offset})";
    }
}
