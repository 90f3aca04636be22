using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>A meeting to come of which somebody outside could not be told.</summary>
/// <param name="LastError">The mail server's words, without what must not be kept.</param>
public sealed record UndeliveredMail(Guid BookingId, string Kind, string VisitorName, string RecipientEmail, Instant MeetingStart, string? LastError);

/// <summary>What a member's visitors and guests do not know because their mail was refused: a host's own, for admins everybody's.</summary>
public sealed class ListUndelivered(PortalDbContext db, IClock clock)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<UndeliveredMail>> RunAsync(CurrentMember member, CancellationToken ct)
    {
        var seesAll = member.IsAtLeast(MemberRole.Admin);
        return await (
            from row in GivenUpMails.Of(db, member.OrganizationId, clock.GetCurrentInstant())
            join reader in db.Participants.AsNoTracking() on row.ParticipantId equals reader.Id
            join meeting in db.Bookings.AsNoTracking() on row.BookingId equals meeting.Id
            where reader.UserId == null
                && (seesAll || meeting.HostId == member.UserId
                    || meeting.Participants.Any(person => person.UserId == member.UserId && person.Role == ParticipantRole.Host))
            orderby meeting.StartsAt, row.Id
            select new UndeliveredMail(meeting.Id, row.Kind, meeting.VisitorName, reader.Email, meeting.StartsAt, row.LastError))
            .Take(Most)
            .ToListAsync(ct);
    }
}
