using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member lets a waiting visitor in (B3).</summary>
public sealed class AdmitParticipant(PortalDbContext db, IClock clock)
{
    public Task<DoorOutcome> RunAsync(AdmitParticipantRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var decision = new DoorDecision("visitor.admitted", request.By, now, (_, participant) => participant.Admit(request.By.Id, now));
        return db.DecideAsync(request.OrganizationId, request.ParticipantId, decision, ct);
    }
}
