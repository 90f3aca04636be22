using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>
/// The definition of an open time, checked the slow way and with none of the engine's code: every minute of a window is a
/// start that each rule is asked about.
/// </summary>
internal sealed class MinuteOracle
{
    private readonly Schedule schedule;
    private readonly Interval window;
    private readonly Instant now;
    private readonly SlotRules rules;
    private readonly Dictionary<Guid, HostMinutes> minutes;

    public MinuteOracle(Schedule schedule, Interval window, Instant now)
    {
        (this.schedule, this.window, this.now, rules) = (schedule, window, now, schedule.Rules);
        var longest = schedule.Hosts.SelectMany(host => host.Sessions).Select(session => session.End - session.Start).Append(rules.Length).Max();
        minutes = schedule.Hosts.ToDictionary(host => host.HostId, host => new HostMinutes(host, window, longest));
    }

    public List<OpenSlot> Slots()
    {
        var slots = new List<OpenSlot>();
        for (var start = window.Start; start < window.End; start += Duration.FromMinutes(1))
        {
            if (At(start) is { } slot)
                slots.Add(slot);
        }
        return slots;
    }

    private OpenSlot? At(Instant start)
    {
        if (schedule.Combination == HostCombination.All)
            return Together(start);

        var joinable = (
            from host in schedule.Hosts
            from meeting in MeetingsAt(start, host)
            where SeatsTaken(host, meeting) is not null && CanHold(host, meeting, true)
            select (host.HostId, meeting, Seats: rules.Capacity - SeatsTaken(host, meeting)!.Value)).ToList();
        if (joinable.Count > 0)
        {
            var best = joinable.First(candidate => candidate.Seats == joinable.Max(other => other.Seats));
            var hosts = joinable.Where(candidate => candidate.meeting == best.meeting).Select(candidate => candidate.HostId);
            return new OpenSlot(start, best.meeting.End, [.. hosts], best.Seats, best.meeting.Session);
        }

        foreach (var host in schedule.Hosts)
        {
            foreach (var meeting in MeetingsAt(start, host).Where(meeting => meeting.Session is not null))
            {
                if (CanHold(host, meeting, true))
                    return new OpenSlot(start, meeting.End, [host.HostId], rules.Capacity, meeting.Session);
            }
        }

        if (rules.SessionsOnly)
            return null;
        var free = schedule.Hosts.Where(host => CanHold(host, (start, start + rules.Length, null), true)).Select(host => host.HostId).ToList();
        return free.Count > 0 ? new OpenSlot(start, start + rules.Length, [.. free], rules.Capacity) : null;
    }

    private OpenSlot? Together(Instant start)
    {
        foreach (var meeting in MeetingsAt(start, schedule.Hosts[0]))
        {
            if (!schedule.Hosts.All(host => CanHold(host, meeting, host == schedule.Hosts[0])))
                continue;
            var taken = schedule.Hosts.Max(host => SeatsTaken(host, meeting) ?? 0);
            return new OpenSlot(start, meeting.End, [.. schedule.Hosts.Select(host => host.HostId)], rules.Capacity - taken, meeting.Session);
        }
        return null;
    }

    private IEnumerable<(Instant Start, Instant End, Guid? Session)> MeetingsAt(Instant start, HostHours host)
    {
        foreach (var session in host.Sessions.Where(session => session.Start == start))
            yield return (session.Start, session.End, session.Id);
        if (!rules.SessionsOnly)
            yield return (start, start + rules.Length, null);
    }

    private static int? SeatsTaken(HostHours host, (Instant Start, Instant End, Guid? Session) meeting) => host.Groups
        .Where(group => group.Start == meeting.Start && group.End == meeting.End)
        .Select(group => (int?)group.SeatsTaken).FirstOrDefault();

    private bool CanHold(HostHours host, (Instant Start, Instant End, Guid? Session) meeting, bool decidesStart)
    {
        var (start, end, _) = meeting;
        var isOffered = host.Sessions.Any(session => session.Start == start && session.End == end)
            || (!rules.SessionsOnly && minutes[host.HostId].HasHours(start, end - start) && (!decidesStart || minutes[host.HostId].IsOnGrid(start, rules)));
        if (!isOffered || !IsInTime(host, start))
            return false;
        var busy = host.Busy.ToList();
        if (SeatsTaken(host, meeting) is { } taken)
        {
            if (taken >= rules.Capacity)
                return false;
            var own = busy.FindIndex(time => time.Kind == BusyKind.Booked && time.Start <= start && time.End >= end);
            if (own >= 0)
                busy.RemoveAt(own);
        }
        else if (IsFull(host.Limit, host.Meetings, start, host.Zone) || IsFull(rules.Limit, schedule.Meetings, start, schedule.Zone))
            return false;
        var others = host.Groups.Where(group => group.Start != start || group.End != end)
            .Select(group => (Start: group.Start - rules.BufferBefore, End: group.End + rules.BufferAfter));
        return !busy.Select(time => (time.Start, time.End)).Concat(others)
            .Any(time => Later(time.Start, start - rules.BufferBefore) < Earlier(time.End, end + rules.BufferAfter));
    }

    private bool IsInTime(HostHours host, Instant start)
    {
        var today = minutes[host.HostId].DateOf(now);
        var day = start.InZone(schedule.Zone).Date;
        return start - rules.MinimumNotice >= now
            && minutes[host.HostId].DateOf(start) <= today.PlusDays(rules.HorizonDays)
            && (rules.FirstDay is null || day >= rules.FirstDay)
            && (rules.LastDay is null || day <= rules.LastDay);
    }

    private static bool IsFull(MeetingLimit limit, IReadOnlyList<Instant> meetings, Instant start, DateTimeZone zone)
    {
        var day = start.InZone(zone).Date;
        var monday = day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var days = meetings.Select(meeting => meeting.InZone(zone).Date).ToList();
        return days.Count(other => other == day) >= (limit.PerDay ?? int.MaxValue)
            || days.Count(other => other.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)) == monday) >= (limit.PerWeek ?? int.MaxValue);
    }

    private static Instant Later(Instant left, Instant right) => left > right ? left : right;

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;
}
