using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>A host's hours and taken time as they were read for one organisation.</summary>
internal sealed record HostRecord(
    Guid HostId,
    string Name,
    string Email,
    DateTimeZone Zone,
    WeeklyHours Hours,
    DayExceptions Exceptions,
    MeetingLimit Limit,
    IReadOnlyList<TakenTime> Taken,
    IReadOnlyList<SessionSlot> Sessions);
