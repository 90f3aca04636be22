using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What came of a decision at the door, in words.</summary>
internal static class DoorWords
{
    private static readonly Duration AMoment = Duration.FromMinutes(2);

    /// <param name="callUrl">Leads from a booking to its call.</param>
    public static PageNotice OfAdmitting(DoorOutcome outcome, Func<Guid, string> callUrl, CurrentMember member, Instant now) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} is let in.", "Join the call", callUrl(done.BookingId)),
        _ => OfTooLate(outcome, member, now),
    };

    /// <inheritdoc cref="OfAdmitting"/>
    public static PageNotice OfAdmittingAll(IReadOnlyList<DoorOutcome> outcomes, Func<Guid, string> callUrl, CurrentMember member, Instant now)
    {
        var done = outcomes.OfType<DoorOutcome.Done>().ToList();
        var late = outcomes.OfType<DoorOutcome.NoLongerWaiting>().Select(outcome => OfTooLate(outcome, member, now).Text);
        if (done.Count == 0)
            return new PageNotice("info", string.Join(' ', late.DefaultIfEmpty("Nobody is waiting any more.")));
        var names = string.Join(", ", done.Select(one => one.Name));
        return new PageNotice(
            "success", string.Join(' ', late.Prepend($"{names} {(done.Count == 1 ? "is" : "are")} let in.")), "Join the call", callUrl(done[0].BookingId));
    }

    public static PageNotice OfDeclining(DoorOutcome outcome, CurrentMember member, Instant now) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} is told that you cannot meet now."),
        DoorOutcome.ComeBackOutsideMeeting outside => new PageNotice(
            "error", $"The time to come back must be later than now and before {ClockOf(outside.EndsAt, member)}, when the meeting ends."),
        _ => OfTooLate(outcome, member, now),
    };

    public static PageNotice OfHolding(DoorOutcome outcome, CurrentMember member, Instant now) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} reads your message now."),
        _ => OfTooLate(outcome, member, now),
    };

    private static PageNotice OfTooLate(DoorOutcome outcome, CurrentMember member, Instant now) => outcome switch
    {
        DoorOutcome.NoLongerWaiting { Admission: Admission.Admitted, DecidedBy: { } by } gone =>
            new PageNotice("info", $"{by} let {gone.Name} in {WhenOf(gone.DecidedAt, member, now)}."),
        DoorOutcome.NoLongerWaiting { Admission: Admission.Declined, DecidedBy: { } by } gone =>
            new PageNotice("info", $"{by} turned {gone.Name} away {WhenOf(gone.DecidedAt, member, now)}."),
        DoorOutcome.NoLongerWaiting gone => new PageNotice("info", $"{gone.Name} no longer waits."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an answer of the door."),
    };

    private static string WhenOf(Instant? at, CurrentMember member, Instant now) =>
        at is { } decided && now - decided >= AMoment ? $"at {ClockOf(decided, member)}" : "a moment ago";

    private static string ClockOf(Instant instant, CurrentMember member) => MeetingTime.Clock(instant.InZone(member.Zone).TimeOfDay);
}
