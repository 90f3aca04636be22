using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>The person who gets the calendar text, and the zone their calendar is told the time in.</summary>
public sealed record CalendarReader(string Name, string Email, DateTimeZone Zone);
