using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Changes places with the neighbour on the booking page. Somebody who edits either of them is not disturbed.</summary>
public sealed class MoveMeetingType(PortalDbContext db, IClock clock)
{
    /// <returns>False when there is no such type; the first one stays where it is when moved up.</returns>
    public async Task<bool> RunAsync(MoveMeetingTypeRequest request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var types = await db.MeetingTypes.AsNoTracking()
            .Where(type => type.OrganizationId == request.By.OrganizationId)
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        var from = types.FindIndex(type => type.Id == request.Id);
        if (from < 0)
            return false;
        var to = Math.Clamp(from + (request.Up ? -1 : 1), 0, types.Count - 1);
        (types[from], types[to]) = (types[to], types[from]);

        // past the version: the order is no part of what an editor shows
        for (var position = 0; position < types.Count; position++)
            if (types[position].Position != position)
                await PlaceAsync(types[position].Id, position, ct);
        if (from != to)
            db.AuditEntries.Add(types[to].Record(request.By, "moved", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private Task<int> PlaceAsync(Guid id, int position, CancellationToken ct) =>
        db.MeetingTypes.Where(type => type.Id == id).ExecuteUpdateAsync(type => type.SetProperty(moved => moved.Position, position), ct);
}
