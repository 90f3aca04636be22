using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>A visitor or a guest says how the meeting was: once each, and for a while they may think again.</summary>
public sealed class SayHowItWas(PortalDbContext db, IClock clock)
{
    /// <summary>How long after the first answer it can be changed.</summary>
    public static readonly Duration Changeable = Duration.FromDays(1);

    public Task<SayHowItWasOutcome> RunAsync(SayHowItWasRequest request, CancellationToken ct) => db.RepeatAsync(() => SayAsync(request, ct), ct);

    private async Task<SayHowItWasOutcome> SayAsync(SayHowItWasRequest request, CancellationToken ct)
    {
        var participant = await db.Participants.Include(row => row.Booking)
            .SingleAsync(row => row.Id == request.ParticipantId && row.Role != ParticipantRole.Host && row.Role != ParticipantRole.Staff, ct);
        var now = clock.GetCurrentInstant();
        if (!CanSay(participant, now))
            return new SayHowItWasOutcome.NotNow();
        var isFirst = participant.ImpressionAt is null;
        participant.SayHowItWas(request.Impression, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), now);
        if (isFirst)
            db.AuditEntries.Add(AuditEntry.Of(participant.Booking!, "visitor.rated", participant.AsActor(), now));
        await db.SaveChangesAsync(ct);
        return new SayHowItWasOutcome.Said();
    }

    /// <summary>They were in the call and have left it, or it is over; and their answer is not old yet.</summary>
    public static bool CanSay(Participant participant, Instant now) =>
        participant.JoinedAt is not null
        && (participant.LeftAt is not null || participant.Booking!.Status.IsFinal())
        && (participant.ImpressionAt is not { } said || now - said < Changeable);
}

/// <param name="Note">A sentence more; null or blank for none.</param>
public sealed record SayHowItWasRequest(Guid ParticipantId, Impression Impression, string? Note);

public abstract record SayHowItWasOutcome
{
    private SayHowItWasOutcome()
    {
    }

    public sealed record Said : SayHowItWasOutcome;

    /// <summary>They have not been in the call, are still in it, or said it too long ago to change it.</summary>
    public sealed record NotNow : SayHowItWasOutcome;
}
