using Portal.Core.Bookings;
using Portal.Core.Video;

namespace Portal.Web.Live;

/// <summary>What a connection may act as, from the ticket it showed. The only thing hub methods believe.</summary>
internal sealed record JoinedSeat(RoomSeat Seat, Guid OrganizationId, Actor By, bool MayRecord);
