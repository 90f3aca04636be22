using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member asks a waiting visitor for patience; the visitor reads it where they wait.</summary>
public sealed class HoldParticipant(PortalDbContext db, IClock clock)
{
    public Task<DoorOutcome> RunAsync(HoldParticipantRequest request, CancellationToken ct)
    {
        var (now, message) = (clock.GetCurrentInstant(), request.Message.Trim());
        ArgumentException.ThrowIfNullOrEmpty(message);
        var decision = new DoorDecision(
            "visitor.asked_to_hold", request.By, now, (_, participant) => participant.Tell(message, now))
        {
            Words = message,
        };
        return db.DecideAsync(request.OrganizationId, request.ParticipantId, decision, ct);
    }
}
