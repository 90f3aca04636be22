using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.MeetingTypes;

/// <summary>Adds a type behind the organisation's others.</summary>
public sealed class CreateMeetingType(PortalDbContext db, VideoProviders providers, IClock clock)
{
    public async Task<SaveMeetingTypeOutcome> RunAsync(CreateMeetingTypeRequest request, CancellationToken ct)
    {
        var organizationId = request.By.OrganizationId;
        var draft = await db.CompleteAsync(organizationId, request.Draft, ct);
        if (await db.FindProblemsAsync(providers, organizationId, null, draft, ct) is { Count: > 0 } problems)
            return new SaveMeetingTypeOutcome.Refused(problems);

        var type = new MeetingType
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = organizationId,
            Slug = draft.Slug,
            Name = draft.Name,
            Length = draft.Length!.Value,
            Increment = draft.Length.Value,
            HorizonDays = draft.HorizonDays!.Value,
            Assignment = draft.Assignment,
            Position = await db.NextPositionAsync(organizationId, ct),
        };
        type.Apply(draft);
        db.MeetingTypes.Add(type);
        db.AuditEntries.Add(type.Record(request.By, "created", clock.GetCurrentInstant()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsMeetingTypeSlugTaken(exception))
        {
            return new SaveMeetingTypeOutcome.Refused([MeetingTypeWriting.SlugTaken]);
        }

        return new SaveMeetingTypeOutcome.Saved(type.Id, type.Slug, type.Version);
    }
}
