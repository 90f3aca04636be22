using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Invitations;

/// <summary>Who of an organisation's hosts has nothing in a stretch of time, whatever their hours say.</summary>
public sealed class FindFreeHosts(PortalDbContext db)
{
    private const int Most = 5;

    public async Task<IReadOnlyList<FreeHost>> RunAsync(FindFreeHostsRequest request, CancellationToken ct)
    {
        var (start, end, earliest) = (request.Start, request.End, request.Start - TimeClaim.Longest);
        return await db.Members.AsNoTracking()
            .Where(member => member.OrganizationId == request.OrganizationId && member.UserId != request.Except && member.Role != MemberRole.Agent)
            .Where(member => db.HostSchedules.Any(schedule => schedule.OrganizationId == member.OrganizationId && schedule.HostId == member.UserId))
            .Where(member => !db.TimeClaims.Any(claim =>
                claim.HostId == member.UserId && claim.StartsAt >= earliest && claim.StartsAt < end && claim.EndsAt > start))
            .OrderBy(member => member.User!.DisplayName)
            .Take(Most)
            .Select(member => new FreeHost(member.UserId, member.User!.DisplayName))
            .ToListAsync(ct);
    }
}

/// <param name="Except">Who is not looked for.</param>
public sealed record FindFreeHostsRequest(Guid OrganizationId, Guid Except, Instant Start, Instant End);

public sealed record FreeHost(Guid HostId, string Name);
