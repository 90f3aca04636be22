using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Chat;

/// <summary>What was said at the door of one visitor, the first said first.</summary>
public sealed class ListDoorChat(PortalDbContext db)
{
    /// <param name="organizationId">Of the link or of the member: what belongs to another is not listed.</param>
    public async Task<IReadOnlyList<ChatMessage>> RunAsync(Guid organizationId, Guid participantId, CancellationToken ct) =>
        await db.ChatMessages.AsNoTracking()
            .Where(row => row.AtDoorOf == participantId && row.OrganizationId == organizationId)
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
}
