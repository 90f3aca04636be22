using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Chat;

/// <summary>A visitor at the door and the hosts write to each other, where the organisation lets them.</summary>
public sealed class SayAtTheDoor(PortalDbContext db, IClock clock)
{
    /// <summary>Of one door: a conversation is had in the call.</summary>
    public const int MostMessages = 200;

    public async Task<SayAtTheDoorOutcome> RunAsync(SayAtTheDoorRequest request, CancellationToken ct)
    {
        var door = await db.Participants.AsNoTracking()
            .Where(row => row.Id == request.ParticipantId && row.OrganizationId == request.OrganizationId && row.UserId == null)
            .Select(row => new { Visitor = row, row.Booking!.Organization!.ChatAtTheDoor })
            .SingleOrDefaultAsync(ct);
        if (door is null)
            return new SayAtTheDoorOutcome.NobodyThere();
        if (!door.ChatAtTheDoor)
            return new SayAtTheDoorOutcome.ChatIsOff();
        if (door.Visitor.Admission != Admission.Waiting)
            return new SayAtTheDoorOutcome.NobodyThere();
        var text = request.Text.Trim();
        if (text.Length is 0 or > ChatMessage.LongestText || await db.ChatMessages.CountAsync(row => row.AtDoorOf == request.ParticipantId, ct) >= MostMessages)
            return new SayAtTheDoorOutcome.NotTaken();

        db.ChatMessages.Add(ChatMessage.AtTheDoor(door.Visitor, request.By, text, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        return new SayAtTheDoorOutcome.Said();
    }
}

/// <param name="OrganizationId">Of the link or of the member; a visitor of another is not found.</param>
/// <param name="ParticipantId">The visitor at whose door it is said, whoever says it.</param>
public sealed record SayAtTheDoorRequest(Guid OrganizationId, Guid ParticipantId, string Text, Actor By);

public abstract record SayAtTheDoorOutcome
{
    private SayAtTheDoorOutcome()
    {
    }

    public sealed record Said : SayAtTheDoorOutcome;

    /// <summary>The organisation does not want it.</summary>
    public sealed record ChatIsOff : SayAtTheDoorOutcome;

    /// <summary>The visitor does not wait, or not any more.</summary>
    public sealed record NobodyThere : SayAtTheDoorOutcome;

    /// <summary>Empty, too long, or one too many.</summary>
    public sealed record NotTaken : SayAtTheDoorOutcome;
}
