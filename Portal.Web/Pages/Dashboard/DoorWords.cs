using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What came of a decision at the door, in words.</summary>
internal static class DoorWords
{
    private static readonly Duration AMoment = Duration.FromMinutes(2);

    public static PageNotice OfAdmitting(DoorOutcome outcome, DoorReader reader) => outcome switch
    {
        DoorOutcome.Done done => LetIn($"{done.Name} is let in.", done.BookingId, reader),
        _ => OfTooLate(outcome, reader),
    };

    /// <returns>Null when none of those named is known at a door of the reader's organisation.</returns>
    public static PageNotice? OfAdmittingAll(IReadOnlyList<DoorOutcome> outcomes, DoorReader reader)
    {
        if (outcomes.Count > 0 && outcomes.All(outcome => outcome is DoorOutcome.ParticipantNotFound))
            return null;
        var done = outcomes.OfType<DoorOutcome.Done>().ToList();
        var late = outcomes.OfType<DoorOutcome.NoLongerWaiting>().Select(outcome => OfTooLate(outcome, reader).Text);
        if (done.Count == 0)
            return new PageNotice("info", string.Join(' ', late.DefaultIfEmpty("Nobody is waiting any more.")));
        var names = $"{string.Join(", ", done.Select(one => one.Name))} {(done.Count == 1 ? "is" : "are")} let in.";
        return LetIn(string.Join(' ', late.Prepend(names)), done[0].BookingId, reader);
    }

    public static PageNotice OfDeclining(DoorOutcome outcome, DoorReader reader) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} is told that you cannot meet now."),
        DoorOutcome.ComeBackOutsideMeeting outside => new PageNotice(
            "error", $"The time to come back must be later than now and before {ClockOf(outside.EndsAt, reader)}, when the meeting ends."),
        _ => OfTooLate(outcome, reader),
    };

    public static PageNotice OfHolding(DoorOutcome outcome, DoorReader reader) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} reads your message now."),
        _ => OfTooLate(outcome, reader),
    };

    public static PageNotice OfTakingOver(TakeOverOutcome outcome) => outcome switch
    {
        TakeOverOutcome.Yours yours => new PageNotice("success", $"The meeting with {yours.VisitorName} is yours now. Everybody in it is told by email."),
        TakeOverOutcome.NotNeeded other => new PageNotice("info", $"{other.HostName} takes care of {other.VisitorName}."),
        TakeOverOutcome.NotFree => new PageNotice("info", "You have something else in your calendar at this time."),
        _ => new PageNotice("info", "The visitor no longer waits."),
    };

    private static PageNotice LetIn(string text, Guid bookingId, DoorReader reader) => reader.CallUrl(bookingId) is { } url
        ? new PageNotice("success", text, "Join the call", url)
        : new PageNotice("success", text);

    private static PageNotice OfTooLate(DoorOutcome outcome, DoorReader reader) => outcome switch
    {
        DoorOutcome.NoLongerWaiting { Admission: Admission.Admitted, DecidedBy: { } by } gone =>
            new PageNotice("info", $"{by} let {gone.Name} in {WhenOf(gone.DecidedAt, reader)}."),
        DoorOutcome.NoLongerWaiting { Admission: Admission.Declined, DecidedBy: { } by } gone =>
            new PageNotice("info", $"{by} turned {gone.Name} away {WhenOf(gone.DecidedAt, reader)}."),
        DoorOutcome.NoLongerWaiting gone => new PageNotice("info", $"{gone.Name} no longer waits."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an answer of the door."),
    };

    private static string WhenOf(Instant? at, DoorReader reader) =>
        at is { } decided && reader.Now - decided >= AMoment ? $"at {ClockOf(decided, reader)}" : "a moment ago";

    private static string ClockOf(Instant instant, DoorReader reader) => MeetingTime.Clock(instant.InZone(reader.Member.Zone).TimeOfDay);
}
