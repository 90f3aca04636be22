using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member lets a waiting visitor in (B3).</summary>
public sealed class AdmitParticipant(PortalDbContext db, IClock clock)
{
    public Task<DoorOutcome> RunAsync(AdmitParticipantRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        return db.DecideAsync(
            request.OrganizationId, request.ParticipantId, "visitor.admitted", request.By, now,
            participant => participant.Admit(request.By.Id, now), ct);
    }
}
