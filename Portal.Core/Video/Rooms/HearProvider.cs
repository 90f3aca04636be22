using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Accounts;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// A provider reports that something happened in a room. Who really sent it is checked against the account of the organisation
/// whose room it is; then the room is looked at.
/// </summary>
public sealed class HearProvider(PortalDbContext db, VideoProviders providers, VideoAccounts accounts, SettleRoom settle, IClock clock)
{
    public async Task<HearProviderOutcome> RunAsync(HearProviderRequest request, CancellationToken ct)
    {
        // a word with a nought in it names nothing, and PostgreSQL cannot be asked for it
        if (request.RoomName.Contains('\0', StringComparison.Ordinal) || providers.FindKind(request.ProviderId) is not { } kind)
            return new HearProviderOutcome.NotGenuine();
        var room = await db.VideoRooms.AsNoTracking()
            .SingleOrDefaultAsync(row => row.RoomName == request.RoomName && row.ProviderId == request.ProviderId, ct);
        var account = room is null ? accounts.OfInstallation(kind) : await accounts.FindAsync(room.OrganizationId, kind, ct);
        if (account is null || !request.IsGenuine(account))
            return new HearProviderOutcome.NotGenuine();
        // rooms of others may be on the same server
        if (room is null)
            return new HearProviderOutcome.NoRoomOfOurs();
        if (!await RememberAsync(request, ct))
            return new HearProviderOutcome.HeardBefore();
        await settle.RunAsync(room.RoomName, ct);
        return new HearProviderOutcome.Heard();
    }

    private static string IdOf(HearProviderRequest request)
    {
        var id = request.EventId.Replace("\0", "", StringComparison.Ordinal);
        return id[..Math.Min(id.Length, VideoEvent.LongestId)];
    }

    private async Task<bool> RememberAsync(HearProviderRequest request, CancellationToken ct)
    {
        var eventId = IdOf(request);
        if (await db.VideoEvents.AnyAsync(known => known.ProviderId == request.ProviderId && known.EventId == eventId, ct))
            return false;
        db.VideoEvents.Add(new VideoEvent { ProviderId = request.ProviderId, EventId = eventId, HeardAt = clock.GetCurrentInstant() });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // the other copy came at the same moment
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <param name="EventId">The same for every copy of one report.</param>
/// <param name="IsGenuine">Whether somebody who has this account sent it.</param>
public sealed record HearProviderRequest(string ProviderId, string RoomName, string EventId, Func<VideoAccount, bool> IsGenuine);
