using NodaTime;

namespace Portal.Core.Video.LiveKit;

/// <param name="State"><c>JOINING</c>, <c>JOINED</c>, <c>ACTIVE</c> or <c>DISCONNECTED</c>, or its number.</param>
internal sealed record ParticipantInfo(string Identity, string State, Instant? JoinedAt)
{
    public bool IsConnected => State is not ("DISCONNECTED" or "3");
}
