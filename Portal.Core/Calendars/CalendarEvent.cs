using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>A VEVENT. Texts may hold anything a person typed.</summary>
public sealed class CalendarEvent
{
    /// <summary>The same for the whole life of the event: by it a client finds what to change.</summary>
    public required string Uid { get; init; }

    /// <summary>When this description of the event was made.</summary>
    public required Instant DtStamp { get; init; }

    public required CalDateTime Start { get; init; }

    /// <summary>Not part of the event any more.</summary>
    public required CalDateTime End { get; init; }

    /// <summary>From 0; of two descriptions the higher wins.</summary>
    public required int Sequence { get; init; }

    /// <summary>One of <see cref="EventStatus"/>.</summary>
    public required string Status { get; init; }

    public required string Summary { get; init; }

    public string Description { get; init; } = "";

    public string Location { get; init; } = "";

    public Uri? Url { get; init; }

    public Organizer? Organizer { get; init; }

    public List<Attendee> Attendees { get; } = [];

    public List<Conference> Conferences { get; } = [];
}
