using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.MeetingTypes;

/// <summary>Saves what an editor changed. What was booked keeps its time, and its answers the questions' words.</summary>
public sealed class ChangeMeetingType(PortalDbContext db, AvailabilityCache cache, VideoProviders providers, IClock clock)
{
    public async Task<SaveMeetingTypeOutcome> RunAsync(ChangeMeetingTypeRequest request, CancellationToken ct)
    {
        if (await db.LoadMeetingTypeAsync(request.By.OrganizationId, request.Id, ct) is not { } type)
            return new SaveMeetingTypeOutcome.NotFound();
        var draft = await db.CompleteAsync(type.OrganizationId, request.Draft, ct);
        if (await db.FindProblemsAsync(providers, type.OrganizationId, type.Id, draft, ct) is { Count: > 0 } problems)
            return new SaveMeetingTypeOutcome.Refused(problems);
        if (type.Version != request.Version)
            return new SaveMeetingTypeOutcome.ChangedMeanwhile(type.Version);

        type.Apply(draft);
        // also when only hosts or questions changed: what was computed from the type is stale
        db.Entry(type).Property(changed => changed.Name).IsModified = true;
        db.AuditEntries.Add(type.Record(request.By, "changed", clock.GetCurrentInstant()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            var version = await db.MeetingTypes.Where(now => now.Id == type.Id).Select(now => (int?)now.Version).SingleOrDefaultAsync(ct);
            return version is { } known ? new SaveMeetingTypeOutcome.ChangedMeanwhile(known) : new SaveMeetingTypeOutcome.NotFound();
        }
        catch (DbUpdateException exception) when (db.IsMeetingTypeSlugTaken(exception))
        {
            return new SaveMeetingTypeOutcome.Refused([MeetingTypeWriting.SlugTaken]);
        }

        cache.Clear();
        return new SaveMeetingTypeOutcome.Saved(type.Id, type.Slug, type.Version);
    }
}
