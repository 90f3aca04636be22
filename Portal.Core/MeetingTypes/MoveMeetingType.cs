using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Puts a type elsewhere on the booking page. Somebody who edits one of those that make room is not disturbed.</summary>
public sealed class MoveMeetingType(PortalDbContext db, IClock clock)
{
    /// <returns>False when there is no such type, or none to stand behind it.</returns>
    public async Task<bool> RunAsync(MoveMeetingTypeRequest request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var types = await db.MeetingTypes.AsNoTracking()
            .Where(type => type.OrganizationId == request.By.OrganizationId)
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        var from = types.FindIndex(type => type.Id == request.Id);
        var to = request.Before is { } next ? types.FindIndex(type => type.Id == next) : types.Count;
        if (from < 0 || to < 0)
            return false;
        var moved = types[from];
        types.Insert(to, moved);
        types.RemoveAt(to > from ? from : from + 1);

        // past the version: the order is no part of what an editor shows
        for (var position = 0; position < types.Count; position++)
            if (types[position].Position != position)
                await PlaceAsync(types[position].Id, position, ct);
        if (types[from] != moved)
            db.AuditEntries.Add(moved.Record(request.By, "moved", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private Task<int> PlaceAsync(Guid id, int position, CancellationToken ct) =>
        db.MeetingTypes.Where(type => type.Id == id).ExecuteUpdateAsync(type => type.SetProperty(moved => moved.Position, position), ct);
}
