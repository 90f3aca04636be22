using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A member lets in everybody they saw waiting, each for themselves: one who leaves meanwhile stops nobody else.</summary>
public sealed class AdmitAll(PortalDbContext db, AdmitParticipant admit)
{
    /// <returns>What came of each, in the order asked.</returns>
    public async Task<IReadOnlyList<DoorOutcome>> RunAsync(AdmitAllRequest request, CancellationToken ct)
    {
        var outcomes = new List<DoorOutcome>();
        foreach (var participantId in request.ParticipantIds.Distinct())
        {
            db.ChangeTracker.Clear();
            outcomes.Add(await admit.RunAsync(new AdmitParticipantRequest(request.OrganizationId, participantId, request.By), ct));
        }

        return outcomes;
    }
}
