using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member turns a waiting visitor away, who may ask again (B3, B10), perhaps at a time the member names (N4).</summary>
public sealed class DeclineParticipant(PortalDbContext db, IClock clock)
{
    public Task<DoorOutcome> RunAsync(DeclineParticipantRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        var decision = new DoorDecision(
            "visitor.declined", request.By, now,
            (booking, participant) => participant.Decline(
                request.By.Id!.Value, reason, now, booking.Organization!.AskAgainAfter, request.ComeBackAt))
        {
            Refuse = booking => request.ComeBackAt is { } back && (back <= now || back >= booking.EndsAt)
                ? new DoorOutcome.ComeBackOutsideMeeting(booking.EndsAt)
                : null,
        };
        return db.DecideAsync(request.OrganizationId, request.ParticipantId, decision, ct);
    }
}
