using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>One booking with its people, its history and the fate of its mails.</summary>
public sealed class FindBookingDetails(PortalDbContext db)
{
    /// <returns>Null when the organisation has no such booking, also when another has (C8).</returns>
    public async Task<BookingDetails?> RunAsync(Guid organizationId, Guid bookingId, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking()
            .Include(booking => booking.MeetingType)
            .Include(booking => booking.Host)
            .Include(booking => booking.Participants)
            .Include(booking => booking.Answers.OrderBy(answer => answer.Position))
            .AsSplitQuery()
            .SingleOrDefaultAsync(booking => booking.Id == bookingId && booking.OrganizationId == organizationId, ct);
        if (booking is null)
            return null;

        var history = await db.AuditEntries
            .Where(entry => entry.BookingId == bookingId)
            .OrderBy(entry => entry.Id)
            .Select(entry => new HistoryLine(entry.At, entry.ActorKind, entry.ActorName, entry.Action, entry.Detail))
            .ToListAsync(ct);
        var mails = await (
            from mail in db.Outbox
            where mail.BookingId == bookingId
            join reader in db.Participants on mail.ParticipantId equals reader.Id
            orderby mail.CreatedAt, mail.Id
            select new MailLine(
                mail.Kind, reader.Name, reader.Email, reader.UserId == null, mail.CreatedAt, mail.SentAt, mail.FailedAt, mail.Attempts,
                mail.LastError, mail.DropReason))
            .ToListAsync(ct);

        return new BookingDetails(
            booking,
            booking.MeetingType!.Name,
            HostNames(booking),
            [.. booking.Participants.OrderBy(participant => participant.Role).ThenBy(participant => participant.Name, StringComparer.CurrentCulture)],
            await FindGroupAsync(booking, ct),
            history,
            mails)
        {
            Written = await db.ChatMessages
                .Where(message => message.BookingId == bookingId)
                .OrderBy(message => message.Id)
                .Select(message => new WrittenLine(message.SentAt, message.AuthorName, message.AtDoorOf != null, message.Text))
                .ToListAsync(ct),
        };
    }

    private static string HostNames(Booking booking)
    {
        var others = booking.Participants
            .Where(person => person.Role == ParticipantRole.Host && person.UserId != booking.HostId)
            .Select(person => person.Name)
            .Order(StringComparer.CurrentCulture);
        return string.Join(", ", others.Prepend(booking.Host!.DisplayName));
    }

    private async Task<GroupPlaces?> FindGroupAsync(Booking booking, CancellationToken ct)
    {
        if (booking.MeetingType!.Capacity == 1 || booking.GroupId is not { } group || !booking.Status.TakesTime())
            return null;
        var others = await db.Bookings
            .Where(other => other.OrganizationId == booking.OrganizationId && other.GroupId == group && other.Id != booking.Id)
            .Where(other => other.Status != BookingStatus.Cancelled && other.Status != BookingStatus.Rejected && other.Status != BookingStatus.Expired)
            .OrderBy(other => other.CreatedAt).ThenBy(other => other.Id)
            .Select(other => new GroupVisitor(other.Id, other.VisitorName, other.Status))
            .ToListAsync(ct);
        return new GroupPlaces(booking.MeetingType.Capacity, others);
    }
}
