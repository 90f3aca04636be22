using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>The other hosts of a booking's type, and what keeps each from taking it over.</summary>
internal static class OtherHosts
{
    // somebody else's time, whoever insists
    private static readonly HashSet<ReasonKind> Taken =
        [ReasonKind.NoHosts, ReasonKind.Busy, ReasonKind.Held, ReasonKind.Buffer, ReasonKind.Capacity, ReasonKind.Calendar];

    // a colleague who is not at work is not asked, but may offer
    private static readonly HashSet<ReasonKind> Away =
        [ReasonKind.HostAway, ReasonKind.Holiday, ReasonKind.Override, ReasonKind.OutsideHours, ReasonKind.Limit];

    public static IReadOnlyList<MeetingTypeHost> Of(MeetingType type, Booking booking)
    {
        var present = booking.HostIds();
        return [.. type.Hosts.Where(host => !present.Contains(host.HostId)).OrderBy(host => host.Position)];
    }

    /// <summary>What is left of it: of a meeting that has begun, only from now on.</summary>
    public static Interval TimeLeft(Booking booking, Instant now)
    {
        var from = Instant.Max(booking.StartsAt, now);
        return new Interval(WholeSecond(from), Instant.Max(WholeSecond(booking.EndsAt), WholeSecond(from) + Duration.FromSeconds(1)));
    }

    // what the engine places meetings by; one that was begun on the spot need not start on one
    private static Instant WholeSecond(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>As it was read: of one host, without the grid and the notice that bind visitors.</summary>
    public static OtherHost Ask(AskedTime asked, MeetingTypeHost host, Interval time, Guid bookingId)
    {
        var schedule = asked.Snapshot.ScheduleFor([host.HostId], time.Duration, new OwnTime(bookingId), asked.Now);
        var reasons = WhyNot.Explain(schedule, time.Start, asked.Now);
        return new OtherHost(
            host.HostId, host.Host!.DisplayName,
            IsFree: !reasons.Any(reason => Taken.Contains(reason.Kind)),
            IsAtWork: !reasons.Any(reason => Away.Contains(reason.Kind)),
            [.. reasons.Where(reason => Taken.Contains(reason.Kind) || Away.Contains(reason.Kind))]);
    }
}
