using NodaTime;
using Portal.Core.Payments;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>What a visitor can be offered: the meeting, and every open start until the horizon.</summary>
/// <param name="Prices">Of the session slots among them, by <see cref="OpenSlot.SessionId"/>.</param>
public sealed record OpenTimes(
    BookableMeeting Meeting, Instant Now, IReadOnlyList<OpenSlot> Slots, IReadOnlyDictionary<Guid, Money> Prices)
{
    /// <summary>Why the start that was asked for is not open; empty when it is, or when none was.</summary>
    public IReadOnlyList<Reason> WhyNotAsked { get; init; } = [];

    /// <summary>The open starts nearest to a moment, in the order of time.</summary>
    public IReadOnlyList<OpenSlot> Nearest(Instant to, int count) => Nearest(Slots, to, count);

    internal static IReadOnlyList<OpenSlot> Nearest(IReadOnlyList<OpenSlot> slots, Instant to, int count) =>
    [
        .. slots.OrderBy(slot => slot.Start > to ? slot.Start - to : to - slot.Start).Take(count).OrderBy(slot => slot.Start),
    ];

    /// <returns>Null when it costs nothing.</returns>
    public Money? PriceOf(OpenSlot slot) =>
        slot.SessionId is { } session && Prices.TryGetValue(session, out var price) ? price : null;
}
