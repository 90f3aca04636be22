using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Scheduling;

namespace Portal.Core.WaitingRoom;

/// <summary>The terms of somebody whose host did not come: no notice, no approval, and the first free moment as well as the usual starts.</summary>
internal static class FirstInLine
{
    public const int Offered = 6;

    private static readonly Duration Ahead = Duration.FromDays(14);
    private static readonly Duration Step = Duration.FromMinutes(5);

    /// <param name="type">Read for this alone: it is changed.</param>
    public static MeetingType Relax(MeetingType type)
    {
        type.MinimumNotice = Duration.Zero;
        type.NeedsApproval = false;
        type.HorizonDays = Math.Max(type.HorizonDays, (int)Ahead.TotalDays);
        return type;
    }

    /// <summary>The time that would be looked at for these terms.</summary>
    public static Interval Span(Instant now) => new(now - Duration.FromDays(1), now + Ahead + Duration.FromDays(3));

    /// <summary>The first free moment, then the next usual starts.</summary>
    public static IReadOnlyList<OpenSlot> Of(AvailabilitySnapshot snapshot, Duration length, Instant now)
    {
        var schedule = snapshot.ScheduleFor([.. snapshot.Type.CandidateHosts()], length, OwnTime.None, now);
        var window = new Interval(now, now + Ahead);
        var first = OpenSlots.Find(AtAnyMoment(schedule), window, now).Take(1);
        return [.. first.Concat(OpenSlots.Find(schedule, window, now)).DistinctBy(slot => slot.Start).OrderBy(slot => slot.Start).Take(Offered)];
    }

    /// <returns>Null when it is taken by now.</returns>
    public static OpenSlot? At(AskedTime asked, Instant start) => asked.Slot ?? OpenSlots.At(AtAnyMoment(asked.Schedule), start, asked.Now);

    private static Schedule AtAnyMoment(Schedule schedule) => schedule with { Rules = schedule.Rules with { Increment = Duration.Min(Step, schedule.Rules.Increment) } };
}
