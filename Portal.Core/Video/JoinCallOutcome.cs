using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Video;

/// <summary>What came of asking for a ticket.</summary>
public abstract record JoinCallOutcome
{
    private JoinCallOutcome()
    {
    }

    /// <param name="ProviderId">Whose ticket it is.</param>
    public sealed record Granted(string Token, RoomSeat Seat, string ProviderId) : JoinCallOutcome;

    /// <summary>The call is at another provider than the one the caller's page was made for: load the page again.</summary>
    public sealed record ElsewhereNow(string ProviderId) : JoinCallOutcome;

    public sealed record BookingNotFound : JoinCallOutcome;

    /// <summary>Neither in the meeting nor a member of its organisation.</summary>
    public sealed record NotAParticipant : JoinCallOutcome;

    public sealed record TooEarly(Instant OpensAt) : JoinCallOutcome;

    public sealed record MeetingOver(BookingStatus Status) : JoinCallOutcome;

    /// <summary>The booking still waits for an approval or a payment.</summary>
    public sealed record NotConfirmed : JoinCallOutcome;

    /// <summary>A visitor whom nobody has let in.</summary>
    public sealed record NotAdmitted(Admission Admission) : JoinCallOutcome;
}
