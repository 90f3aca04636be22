using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>What a visitor can be offered: the meeting, and every open start until the horizon.</summary>
public sealed record OpenTimes(BookableMeeting Meeting, Instant Now, IReadOnlyList<OpenSlot> Slots)
{
    /// <summary>The days, on a clock of this zone, that have at least one open start.</summary>
    public IReadOnlySet<LocalDate> DaysWithTimes(DateTimeZone zone) =>
        Slots.Select(slot => slot.Start.InZone(zone).Date).ToHashSet();

    public IReadOnlyList<OpenSlot> On(LocalDate day, DateTimeZone zone) =>
        [.. Slots.Where(slot => slot.Start.InZone(zone).Date == day)];

    /// <summary>The open starts nearest to a moment, in the order of time.</summary>
    public IReadOnlyList<OpenSlot> Nearest(Instant to, int count) =>
    [
        .. Slots.OrderBy(slot => slot.Start > to ? slot.Start - to : to - slot.Start).Take(count).OrderBy(slot => slot.Start),
    ];
}
