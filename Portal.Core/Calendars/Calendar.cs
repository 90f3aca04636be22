namespace Portal.Core.Calendars;

/// <summary>A VCALENDAR.</summary>
public sealed class Calendar
{
    /// <summary>One of <see cref="CalendarMethods"/>.</summary>
    public required string Method { get; init; }

    public string ProductId { get; init; } = "-//Portal//Meetings//EN";

    /// <summary>Every zone an event names (RFC 5545, 3.2.19).</summary>
    public List<VTimeZone> TimeZones { get; } = [];

    public List<CalendarEvent> Events { get; } = [];
}
