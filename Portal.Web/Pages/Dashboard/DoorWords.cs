using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What came of a decision at the door, in words.</summary>
internal static class DoorWords
{
    /// <param name="callUrl">Leads from a booking to its call.</param>
    public static PageNotice OfAdmitting(DoorOutcome outcome, Func<Guid, string> callUrl) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} is let in.", "Join the call", callUrl(done.BookingId)),
        _ => OfTooLate(outcome),
    };

    public static PageNotice OfDeclining(DoorOutcome outcome) => outcome switch
    {
        DoorOutcome.Done done => new PageNotice("success", $"{done.Name} is told that you cannot meet now."),
        _ => OfTooLate(outcome),
    };

    private static PageNotice OfTooLate(DoorOutcome outcome) => outcome switch
    {
        DoorOutcome.NoLongerWaiting { Admission: Admission.Admitted, DecidedBy: { } by } gone => new PageNotice("info", $"{by} already let {gone.Name} in."),
        DoorOutcome.NoLongerWaiting { Admission: Admission.Declined, DecidedBy: { } by } gone => new PageNotice("info", $"{by} already declined {gone.Name}."),
        DoorOutcome.NoLongerWaiting gone => new PageNotice("info", $"{gone.Name} no longer waits."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an answer of the door."),
    };
}
