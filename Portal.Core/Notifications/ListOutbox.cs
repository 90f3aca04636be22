using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>The mails of an organisation, a page at a time.</summary>
public sealed class ListOutbox(PortalDbContext db, IClock clock)
{
    public const int PageSize = 50;

    public async Task<OutboxList> RunAsync(ListOutboxRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var mails = InState(db.Outbox.AsNoTracking().Where(row => row.OrganizationId == request.OrganizationId), request.State);
        if (request.OlderThan is { } last)
            mails = mails.Where(row => row.Id.CompareTo(last) < 0);
        var lines =
            from row in mails
            join reader in db.Participants on row.ParticipantId equals reader.Id
            join meeting in db.Bookings on row.BookingId equals meeting.Id
            select new { Row = row, Reader = reader, Meeting = meeting, Type = meeting.MeetingType!.Name };
        if (request.Text?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
            // becomes SQL, where no culture is asked and Contains is not a pattern
#pragma warning disable CA1304, CA1311, CA1862
            lines = lines.Where(line => (line.Reader.Name + " " + line.Reader.Email).ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var page = await lines.OrderByDescending(line => line.Row.Id)
            // one more than a page, to know whether there is another
            .Take(PageSize + 1)
            .Select(line => new OutboxLine(
                line.Row.Id, line.Row.BookingId, line.Row.Kind, line.Row.MinutesBefore, line.Reader.Name, line.Reader.Email, line.Type,
                line.Meeting.StartsAt, line.Row.CreatedAt, line.Row.SentAt, line.Row.FailedAt, line.Row.DueAt, line.Row.Attempts,
                line.Row.LastError, line.Row.DropReason,
                line.Row.FailedAt != null && line.Row.DropReason == null && line.Meeting.EndsAt > now))
            .ToListAsync(ct);
        return new OutboxList(
            [.. page.Take(PageSize)],
            page.Count > PageSize ? page[PageSize - 1].Id : null,
            await GivenUpMails.Of(db, request.OrganizationId, now).CountAsync(ct));
    }

    private static IQueryable<OutboxMessage> InState(IQueryable<OutboxMessage> mails, OutboxState? state) => state switch
    {
        OutboxState.Waiting => mails.Where(row => row.SentAt == null && row.FailedAt == null),
        OutboxState.Sent => mails.Where(row => row.SentAt != null),
        OutboxState.GivenUp => mails.Where(row => row.FailedAt != null && row.DropReason == null),
        OutboxState.Dropped => mails.Where(row => row.FailedAt != null && row.DropReason != null),
        _ => mails,
    };
}
