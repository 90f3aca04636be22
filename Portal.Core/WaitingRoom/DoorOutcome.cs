using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>What came of a decision about somebody who waits.</summary>
public abstract record DoorOutcome
{
    private DoorOutcome()
    {
    }

    public sealed record Done(Guid BookingId, string Name) : DoorOutcome;

    /// <summary>A colleague was faster, or the visitor has gone.</summary>
    /// <param name="DecidedBy">The colleague's name; null when the visitor left.</param>
    /// <param name="DecidedAt">Null when the visitor left.</param>
    public sealed record NoLongerWaiting(string Name, Admission Admission, string? DecidedBy, Instant? DecidedAt) : DoorOutcome;

    /// <summary>The visitor would be asked to come back in the past, or to a meeting that is over then.</summary>
    public sealed record ComeBackOutsideMeeting(Instant EndsAt) : DoorOutcome;

    public sealed record ParticipantNotFound : DoorOutcome;
}
