using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>What a participant's last device check found, at the door or days before (N8); null for what was not tried.</summary>
/// <param name="At">When; null when there was none.</param>
public sealed record DeviceCheck(Instant? At, DeviceState? Camera, DeviceState? Microphone, bool? SpeakerHeard, NetworkPath? Network)
{
    public static DeviceCheck Of(Participant participant) => new(
        participant.DevicesCheckedAt, participant.Camera, participant.Microphone, participant.SpeakerHeard, participant.Network);
}
