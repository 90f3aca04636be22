using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Removes a type that nobody ever booked; the history keeps that it existed.</summary>
public sealed class DeleteMeetingType(PortalDbContext db, AvailabilityCache cache, IClock clock)
{
    public async Task<DeleteMeetingTypeOutcome> RunAsync(OwnMeetingTypeRequest request, CancellationToken ct)
    {
        if (await db.LoadMeetingTypeAsync(request.By.OrganizationId, request.Id, ct) is not { } type)
            return new DeleteMeetingTypeOutcome.NotFound();
        if (await db.Bookings.AnyAsync(booking => booking.MeetingTypeId == type.Id, ct)
            || await db.SessionSlots.AnyAsync(slot => slot.MeetingTypeId == type.Id, ct))
            return new DeleteMeetingTypeOutcome.InUse();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // without a booking there are only times that open forms hold
        await db.TimeClaims.Where(claim => claim.MeetingTypeId == type.Id).ExecuteDeleteAsync(ct);
        db.MeetingTypes.Remove(type);
        db.AuditEntries.Add(type.Record(request.By, "deleted", clock.GetCurrentInstant()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // booked, offered or changed since we looked; the database keeps what refers to it
            return new DeleteMeetingTypeOutcome.InUse();
        }

        await transaction.CommitAsync(ct);
        cache.Clear();
        return new DeleteMeetingTypeOutcome.Deleted(type.Name);
    }
}
