using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// Where the call of a meeting is. The first launch decides, and everybody follows; a provider that fails at that moment is
/// replaced by the built-in one, because the meeting is worth more than the setting.
/// </summary>
public sealed class MeetingRooms(PortalDbContext db, VideoProviders providers, IOptions<VideoOptions> options, IOptions<PortalOptions> portal, IClock clock)
{
    private const int Attempts = 5;

    /// <summary>Where providers report, below the portal's address: <c>/webhooks/{provider}</c>.</summary>
    public const string CallbackPath = "/webhooks/";

    /// <summary>Which provider the call has, or would have if it began now.</summary>
    public async Task<ChosenProvider> FindProviderAsync(Booking booking, CancellationToken ct)
    {
        var name = RoomName.Of(booking);
        var open = await db.VideoRooms.Where(room => room.RoomName == name).Select(room => new { room.ProviderId, room.FellBackFrom }).SingleOrDefaultAsync(ct);
        return open is not null && await providers.FindAsync(booking.OrganizationId, open.ProviderId, ct) is { } provider
            ? new ChosenProvider(provider, open.FellBackFrom)
            : await ChooseAsync(booking, ct);
    }

    /// <summary>The room everybody in the meeting goes to; made when this is the first who does.</summary>
    public async Task<OpenedRoom> OpenAsync(Booking booking, CancellationToken ct)
    {
        var name = RoomName.Of(booking);
        for (var left = Attempts; ; left--)
        {
            if (await db.VideoRooms.SingleOrDefaultAsync(row => row.RoomName == name, ct) is { } row)
                return await OpenAgainAsync(booking, row, ct);
            var (room, opened) = await OpenFirstAsync(booking, name, ct);
            db.VideoRooms.Add(room);
            try
            {
                await db.SaveChangesAsync(ct);
                return opened;
            }
            catch (DbUpdateException) when (left > 1)
            {
                // somebody opened it at the same moment, perhaps elsewhere: follow them
                db.Entry(room).State = EntityState.Detached;
            }
        }
    }

    private async Task<OpenedRoom> OpenAgainAsync(Booking booking, VideoRoom row, CancellationToken ct)
    {
        if (await providers.FindAsync(booking.OrganizationId, row.ProviderId, ct) is not { } provider)
        {
            (row.FellBackFrom, row.FellBackReason) = (row.ProviderId, NoAccount(row.ProviderId));
            provider = providers.Direct;
            (row.ProviderId, row.ExternalId) = (provider.Id, row.RoomName);
        }
        else
        {
            row.ExternalId = await FindAgainAsync(provider, row, ct);
        }

        await db.SaveChangesAsync(ct);
        return new OpenedRoom(provider, row.AtProvider);
    }

    // an empty room may have been closed meanwhile; while the provider does not answer, the one known is the best guess
    private async Task<string> FindAgainAsync(IVideoProvider provider, VideoRoom row, CancellationToken ct)
    {
        try
        {
            return (await provider.OpenRoomAsync(Order(provider, row.RoomName), ct)).ExternalId;
        }
        catch (VideoProviderException)
        {
            return row.ExternalId;
        }
    }

    private async Task<(VideoRoom Room, OpenedRoom Opened)> OpenFirstAsync(Booking booking, string name, CancellationToken ct)
    {
        var (provider, insteadOf) = await ChooseAsync(booking, ct);
        var reason = insteadOf is null ? null : NoAccount(insteadOf);
        ProviderRoom room;
        try
        {
            room = await provider.OpenRoomAsync(Order(provider, name), ct);
        }
        catch (VideoProviderException exception)
        {
            (insteadOf, reason) = (provider.Id, exception.Message[..Math.Min(exception.Message.Length, VideoRoom.LongestReason)]);
            provider = providers.Direct;
            room = await provider.OpenRoomAsync(Order(provider, name), ct);
        }

        var row = new VideoRoom
        {
            RoomName = name,
            OrganizationId = booking.OrganizationId,
            BookingId = booking.Id,
            MeetingId = booking.GroupId ?? booking.Id,
            ProviderId = provider.Id,
            ExternalId = room.ExternalId,
            OpenedAt = clock.GetCurrentInstant(),
            FellBackFrom = insteadOf,
            FellBackReason = reason,
        };
        return (row, new OpenedRoom(provider, room));
    }

    // the meeting's earlier room, so that a removal does not change who carries it; else what the type says, else the organisation
    private async Task<ChosenProvider> ChooseAsync(Booking booking, CancellationToken ct)
    {
        var meetingId = booking.GroupId ?? booking.Id;
        var wanted = await db.VideoRooms.Where(room => room.MeetingId == meetingId).OrderByDescending(room => room.OpenedAt)
                .Select(room => room.FellBackFrom == null ? room.ProviderId : null).FirstOrDefaultAsync(ct)
            ?? await db.MeetingTypes.Where(type => type.Id == booking.MeetingTypeId)
                .Select(type => type.VideoProvider ?? type.Organization!.VideoProvider).SingleAsync(ct)
            ?? options.Value.Default;
        return await providers.FindAsync(booking.OrganizationId, wanted, ct) is { } provider
            ? new ChosenProvider(provider, null)
            : new ChosenProvider(providers.Direct, wanted);
    }

    // nobody outside reaches a portal without https
    private RoomOrder Order(IVideoProvider provider, string name) => new(
        name,
        Uri.TryCreate($"{portal.Value.BaseUrl}{CallbackPath}{provider.Id}", UriKind.Absolute, out var callback) && callback.Scheme == Uri.UriSchemeHttps ? callback : null);

    private string NoAccount(string providerId) => $"There is no account at {providers.FindKind(providerId)?.Name ?? providerId} any more.";
}
