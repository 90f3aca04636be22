using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <summary>Somebody else in the room.</summary>
/// <param name="PageId">Changes when they load the page anew: only then their old connection is of no more use.</param>
/// <param name="JoinedAt">In milliseconds since 1970.</param>
public sealed record Peer(Guid Id, string Name, bool IsStaff, string PageId, MediaState Media, long JoinedAt)
{
    public static Peer Of(CallSeat seat) => new(
        seat.ParticipantId, seat.Name, seat.IsStaff, seat.PageId, seat.Media, seat.TakenAt.ToUnixTimeMilliseconds());
}
