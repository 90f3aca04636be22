using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Copies a type with its hosts and questions. The copy is hidden until somebody has looked at it.</summary>
public sealed class DuplicateMeetingType(PortalDbContext db, IClock clock)
{
    private const string Addition = " (copy)";

    /// <returns>Null when there is no such type.</returns>
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<Guid?> RunAsync(OwnMeetingTypeRequest request, CancellationToken ct) => db.RepeatAsync(() => DuplicateAsync(request, ct), ct);

    private async Task<Guid?> DuplicateAsync(OwnMeetingTypeRequest request, CancellationToken ct)
    {
        var organizationId = request.By.OrganizationId;
        if (await db.LoadMeetingTypeAsync(organizationId, request.Id, ct) is not { } original)
            return null;

        var name = original.Name[..Math.Min(original.Name.Length, MeetingTypeChecks.LongestName - Addition.Length)] + Addition;
        var copy = new MeetingType
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organizationId,
            Slug = original.Slug,
            Name = name,
            Length = original.Length,
            Increment = original.Increment,
            HorizonDays = original.HorizonDays,
            Assignment = original.Assignment,
            Position = await db.NextPositionAsync(organizationId, ct),
        };
        copy.Apply(MeetingTypeDraft.Of(original) with
        {
            Name = name,
            Slug = await db.FreeSlugAsync(organizationId, original.Slug, ct),
            Visibility = MeetingTypeVisibility.Hidden,
        });
        db.MeetingTypes.Add(copy);
        db.AuditEntries.Add(copy.Record(request.By, "created", clock.GetCurrentInstant()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsMeetingTypeSlugTaken(exception))
        {
            throw new DbUpdateConcurrencyException("Somebody made a copy at the same moment; the next free address is another.", exception);
        }

        return copy.Id;
    }
}
