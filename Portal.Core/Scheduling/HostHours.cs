using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>What a sweep needs to know of one host.</summary>
/// <param name="HostId">Repeated in the slots this host can take.</param>
/// <param name="Zone">The zone the weekly hours and their exceptions are meant in.</param>
/// <param name="Hours">When the host takes meetings in an ordinary week.</param>
/// <param name="Busy">Time already taken; in any order, overlaps allowed.</param>
public sealed record HostHours(Guid HostId, DateTimeZone Zone, WeeklyHours Hours, IReadOnlyList<BusyTime> Busy)
{
    private readonly IReadOnlyList<BusyTime> busy = Busy;

    public IReadOnlyList<BusyTime> Busy
    {
        get => busy;
        init => (busy, BusyTicks) = (value, TicksOf(value));
    }

    /// <summary>Dates on which other hours hold than the weekly ones.</summary>
    public DayExceptions Exceptions { get; init; } = DayExceptions.None;

    /// <summary>Counts <see cref="Meetings"/>, in days and weeks of the host's zone.</summary>
    public MeetingLimit Limit { get; init; }

    /// <summary>The starts that count towards <see cref="Limit"/>, in any order.</summary>
    public IReadOnlyList<Instant> Meetings { get; init; } = [];

    /// <summary>Group meetings of the type asked about that this host holds, in any order.</summary>
    public IReadOnlyList<GroupMeeting> Groups { get; init; } = [];

    /// <summary>Times this host offers once, in any order.</summary>
    public IReadOnlyList<SessionOffer> Sessions { get; init; } = [];

    /// <summary>The same as <see cref="Busy"/>, index by index, as sweeps read it over and over.</summary>
    internal TickSpan[] BusyTicks { get; private init; } = TicksOf(Busy);

    private static TickSpan[] TicksOf(IReadOnlyList<BusyTime> busy) => [.. busy.Select(TickSpan.Of)];
}
