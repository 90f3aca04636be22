using Microsoft.AspNetCore.SignalR;
using Portal.Core.Bookings;
using Portal.Core.Video;

namespace Portal.Web.Live;

/// <summary>What a connection may act as, from the ticket it showed. The only thing hub methods believe.</summary>
internal sealed record JoinedSeat(RoomSeat Seat, Guid OrganizationId, Actor By)
{
    private static readonly object Key = new();

    public static JoinedSeat? Of(HubCallerContext connection) => connection.Items.TryGetValue(Key, out var seat) ? seat as JoinedSeat : null;

    public void RememberIn(HubCallerContext connection) => connection.Items[Key] = this;

    public static void ForgetIn(HubCallerContext connection) => connection.Items.Remove(Key);
}
