using System.Text.Json.Serialization;

namespace Portal.Core.Video.LiveKit;

/// <summary>What a token allows; what is null is not written, and not allowed.</summary>
internal sealed record VideoGrants
{
    [JsonPropertyName("roomJoin")]
    public bool? RoomJoin { get; init; }

    [JsonPropertyName("roomCreate")]
    public bool? RoomCreate { get; init; }

    [JsonPropertyName("roomList")]
    public bool? RoomList { get; init; }

    [JsonPropertyName("roomRecord")]
    public bool? RoomRecord { get; init; }

    [JsonPropertyName("roomAdmin")]
    public bool? RoomAdmin { get; init; }

    [JsonPropertyName("room")]
    public string? Room { get; init; }

    [JsonPropertyName("canPublish")]
    public bool? CanPublish { get; init; }

    [JsonPropertyName("canSubscribe")]
    public bool? CanSubscribe { get; init; }

    [JsonPropertyName("canPublishData")]
    public bool? CanPublishData { get; init; }

    /// <summary>For somebody in the call.</summary>
    public static VideoGrants ForSeatIn(string room) =>
        new() { RoomJoin = true, Room = room, CanPublish = true, CanSubscribe = true, CanPublishData = true };
}
