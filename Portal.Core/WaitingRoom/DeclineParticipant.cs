using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member turns a waiting visitor away, who may ask again (B3, B10).</summary>
public sealed class DeclineParticipant(PortalDbContext db, IClock clock)
{
    public Task<DoorOutcome> RunAsync(DeclineParticipantRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        return db.DecideAsync(
            request.OrganizationId, request.ParticipantId, "visitor.declined", request.By, now,
            participant => participant.Decline(request.By.Id!.Value, reason, now), ct);
    }
}
