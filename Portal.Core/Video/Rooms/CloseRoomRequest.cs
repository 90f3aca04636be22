namespace Portal.Core.Video.Rooms;

/// <param name="Reason">What the pages in it are told: <see cref="Ended"/> or <see cref="Moved"/>.</param>
/// <param name="Removed">The participant because of whom it is left; told so.</param>
public sealed record CloseRoomRequest(string RoomName, string Reason, Guid? Removed = null)
{
    /// <summary>The meeting is over.</summary>
    public const string Ended = "ended";

    /// <summary>The meeting goes on in another room: launch again.</summary>
    public const string Moved = "moved";

    internal const string RemovedReason = "removed";
}
