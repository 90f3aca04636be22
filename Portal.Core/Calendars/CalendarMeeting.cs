using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>What a calendar is told about a meeting.</summary>
public sealed record CalendarMeeting
{
    public required Guid BookingId { get; init; }

    /// <summary>As its reader calls it: <c>Intro call with Hanna Weiss</c>.</summary>
    public required string Title { get; init; }

    public required Instant StartsAt { get; init; }

    public required Instant EndsAt { get; init; }

    /// <summary>Of the booking at the moment described.</summary>
    public required int Sequence { get; init; }

    public required string HostName { get; init; }

    /// <summary>The address mails come from, <c>MailOptions.FromAddress</c>: an organiser who is not the sender is distrusted.</summary>
    public required string OrganizerEmail { get; init; }

    /// <summary>The reader's own way in; null when the meeting was cancelled.</summary>
    public Uri? JoinLink { get; init; }

    /// <summary>Further lines for the description.</summary>
    public string Details { get; init; } = "";
}
