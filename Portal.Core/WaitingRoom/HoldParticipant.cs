using NodaTime;
using Portal.Core.Chat;
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
            "visitor.asked_to_hold", request.By, now, (booking, participant) =>
            {
                participant.Tell(message, now);
                // where the two write to each other it is a part of that
                if (booking.Organization!.ChatAtTheDoor)
                    db.ChatMessages.Add(ChatMessage.AtTheDoor(participant, request.By, message, now));
            })
        {
            Words = message,
        };
        return db.DecideAsync(request.OrganizationId, request.ParticipantId, decision, ct);
    }
}
