using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>What came of admitting or declining somebody.</summary>
public abstract record DoorOutcome
{
    private DoorOutcome()
    {
    }

    public sealed record Done(Guid BookingId, string Name) : DoorOutcome;

    /// <summary>A colleague was faster, or the visitor has gone.</summary>
    /// <param name="DecidedBy">The colleague's name; null when the visitor left.</param>
    public sealed record NoLongerWaiting(string Name, Admission Admission, string? DecidedBy) : DoorOutcome;

    public sealed record ParticipantNotFound : DoorOutcome;
}
