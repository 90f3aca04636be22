using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>A member changes what their organisation decides about something; the history says so.</summary>
internal static class SettingsChange
{
    /// <param name="action">As the history names it.</param>
    public static async Task ChangeSettingsAsync(
        this PortalDbContext db, CurrentMember by, string action, Instant now, Action<Organization> change, CancellationToken ct, string? detail = null)
    {
        var organization = await db.Organizations.SingleAsync(organization => organization.Id == by.OrganizationId, ct);
        change(organization);
        db.AuditEntries.Add(AuditEntry.Of(organization.Id, action, by.AsActor(), now, detail));
        await db.SaveChangesAsync(ct);
    }
}
