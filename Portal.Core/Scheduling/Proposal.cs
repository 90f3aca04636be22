using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A meeting that might be held: one of the grid, or one a host offers once.</summary>
internal readonly record struct Proposal(Instant Start, Instant End, Guid? SessionId)
{
    public static Proposal Of(SessionOffer session) => new(session.Start, session.End, session.Id);

    /// <summary>What a host might hold at a start, sessions first.</summary>
    public static IEnumerable<Proposal> At(Instant start, HostHours host, SlotRules rules)
    {
        var sessions = host.Sessions.Where(session => session.Start == start).Select(Of);
        return rules.SessionsOnly ? sessions : sessions.Append(new Proposal(start, start + rules.Length, null));
    }

    /// <summary>The group meeting that this is, when the host already holds it.</summary>
    public GroupMeeting? RunningWith(HostHours host)
    {
        foreach (var group in host.Groups)
        {
            if (group.Start == Start && group.End == End)
                return group;
        }
        return null;
    }

    /// <summary>Whether the host offers this very time once.</summary>
    public bool IsSessionOf(HostHours host)
    {
        var (start, end, _) = this;
        return host.Sessions.Any(session => session.Start == start && session.End == end);
    }
}
