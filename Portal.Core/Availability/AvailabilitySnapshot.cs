using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Payments;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>
/// Everything that decides when a meeting type can be booked, as the database had it at one moment. What depends on who
/// asks, and on the moment, is decided when a <see cref="Schedule"/> is made of it; so many can share one.
/// </summary>
public sealed class AvailabilitySnapshot
{
    private readonly IReadOnlyList<HostRecord> hosts;
    private readonly IReadOnlyList<CountedMeeting> counted;

    internal AvailabilitySnapshot(MeetingType type, Interval span, IReadOnlyList<HostRecord> hosts, IReadOnlyList<CountedMeeting> counted)
    {
        (Type, Span) = (type, span);
        this.hosts = hosts;
        this.counted = counted;
        Prices = hosts.SelectMany(host => host.Sessions).ToDictionary(session => session.Id, session => session.Price);
    }

    /// <summary>Another reading has another, whatever it found.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>With its organisation, hosts and questions; not tracked, not to be changed.</summary>
    public MeetingType Type { get; }

    /// <summary>Taken time outside of this was not read.</summary>
    internal Interval Span { get; }

    /// <param name="candidates">The hosts asked for, in the order in which a slot names them.</param>
    /// <param name="length">One of the type's.</param>
    public Schedule ScheduleFor(IReadOnlyList<Guid> candidates, Duration length, OwnTime own, Instant now)
    {
        var together = Type.Assignment == HostAssignment.Collective && candidates.Count > 1;
        var known = candidates.SelectMany(id => hosts.Where(host => host.HostId == id)).ToList();
        // who has no hours yet can hold nothing, and so nothing can be held together with them
        if (together && known.Count < candidates.Count)
            known.Clear();
        return new Schedule(Type.Rules(length), [.. known.Select(host => HoursOf(host, length, own, now))], Type.Organization!.Zone)
        {
            Combination = together ? HostCombination.All : HostCombination.Any,
            Meetings = Starts(counted.Where(meeting => meeting.MeetingTypeId == Type.Id), own),
        };
    }

    internal IEnumerable<TakenTime> Taken => hosts.SelectMany(host => host.Taken);

    internal IEnumerable<TakenTime> TakenOf(Guid hostId) => hosts.Where(host => host.HostId == hostId).SelectMany(host => host.Taken);

    /// <summary>Of the one-off slots, by their id.</summary>
    internal IReadOnlyDictionary<Guid, Money> Prices { get; }

    /// <returns>Null of a host who has no hours yet.</returns>
    internal HostRecord? FindHost(Guid hostId) => hosts.FirstOrDefault(host => host.HostId == hostId);

    private HostHours HoursOf(HostRecord host, Duration length, OwnTime own, Instant now)
    {
        var taken = host.Taken
            .Select(claim => (Claim: claim, Seats: claim.Seats.Where(seat => !seat.IsLapsed(now) && !own.Covers(seat)).ToList()))
            .Where(taken => taken.Seats.Count > 0)
            .ToList();
        return new HostHours(host.HostId, host.Zone, host.Hours,
        [
            .. taken.Select(taken => new BusyTime(
                taken.Claim.StartsAt, taken.Claim.EndsAt,
                // a group whose seats are all held is a group: others may join it
                taken.Claim.IsGroup || taken.Seats.Any(seat => seat.BookingId is not null) ? BusyKind.Booked : BusyKind.Held)),
        ])
        {
            Exceptions = host.Exceptions,
            Limit = host.Limit,
            Meetings = Starts(counted.Where(meeting => meeting.HostId == host.HostId), own),
            Groups =
            [
                .. taken.Where(taken => taken.Claim.IsGroup && taken.Claim.MeetingTypeId == Type.Id
                        && taken.Claim.MeetingEndsAt - taken.Claim.MeetingStartsAt == length)
                    .Select(taken => new GroupMeeting(taken.Claim.MeetingStartsAt, taken.Claim.MeetingEndsAt, taken.Seats.Count)),
            ],
            Sessions =
            [
                .. host.Sessions.Where(session => session.MeetingTypeId == Type.Id)
                    .Select(session => new SessionOffer(session.Id, session.StartsAt, session.EndsAt)),
            ],
        };
    }

    private static List<Instant> Starts(IEnumerable<CountedMeeting> meetings, OwnTime own) =>
        [.. meetings.Where(meeting => meeting.BookingId != own.BookingId).Select(meeting => meeting.StartsAt)];
}
