using Portal.Core.Bookings;

namespace Portal.Core.Video;

public abstract record EndMeetingOutcome
{
    private EndMeetingOutcome()
    {
    }

    public sealed record Ended(string RoomName) : EndMeetingOutcome;

    /// <summary>Not begun, or over already.</summary>
    public sealed record NotRunning(BookingStatus Status) : EndMeetingOutcome;

    public sealed record BookingNotFound : EndMeetingOutcome;
}
