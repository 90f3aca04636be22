using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>Calls joined from now on follow the new settings; what was kept stays kept.</summary>
public sealed class ChangeCallSettings(PortalDbContext db, IClock clock)
{
    public async Task RunAsync(ChangeCallSettingsRequest request, CancellationToken ct)
    {
        var organization = await db.Organizations.SingleAsync(organization => organization.Id == request.By.OrganizationId, ct);
        (organization.KeepsCallChat, organization.AllowsLocalRecording) = (request.Settings.KeepsChat, request.Settings.AllowsLocalRecording);
        db.AuditEntries.Add(AuditEntry.Of(organization.Id, "organization.calls_changed", request.By.AsActor(), clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
    }
}
