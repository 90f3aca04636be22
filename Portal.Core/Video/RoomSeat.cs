using Portal.Core.Video.Direct;

namespace Portal.Core.Video;

/// <summary>What a ticket is bound to: one room, one identity.</summary>
/// <param name="Name">Shown to the others.</param>
/// <param name="IsStaff">May end the call for everybody.</param>
public sealed record RoomSeat(string RoomName, Guid BookingId, Guid ParticipantId, string Name, bool IsStaff)
{
    /// <summary>How many may sit at the hub at once: few where everybody sends to everybody, many where a provider stands between.</summary>
    public int Places { get; init; } = DirectRooms.Capacity;

    /// <summary>The participant as providers know them: 32 hexadecimal digits.</summary>
    public string Identity => IdentityOf(ParticipantId);

    public static string IdentityOf(Guid participantId) => participantId.ToString("N");
}
