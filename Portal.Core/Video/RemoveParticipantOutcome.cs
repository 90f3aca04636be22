namespace Portal.Core.Video;

public abstract record RemoveParticipantOutcome
{
    private RemoveParticipantOutcome()
    {
    }

    /// <param name="RoomName">The room everybody has left.</param>
    public sealed record Removed(string Name, string RoomName) : RemoveParticipantOutcome;

    /// <summary>Colleagues are not sent out; their membership is what lets them in.</summary>
    public sealed record IsStaff : RemoveParticipantOutcome;

    public sealed record MeetingOver : RemoveParticipantOutcome;

    public sealed record ParticipantNotFound : RemoveParticipantOutcome;

    public sealed record BookingNotFound : RemoveParticipantOutcome;
}
