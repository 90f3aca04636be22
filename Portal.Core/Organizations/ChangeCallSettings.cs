using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>Calls joined from now on follow the new settings; what was kept stays kept.</summary>
public sealed class ChangeCallSettings(PortalDbContext db, IClock clock)
{
    public Task RunAsync(ChangeCallSettingsRequest request, CancellationToken ct) => db.ChangeSettingsAsync(
        request.By, "organization.calls_changed", clock.GetCurrentInstant(),
        organization => (organization.KeepsCallChat, organization.AllowsLocalRecording) = (request.Settings.KeepsChat, request.Settings.AllowsLocalRecording), ct);
}
