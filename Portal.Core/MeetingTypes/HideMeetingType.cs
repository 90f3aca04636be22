using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Takes a type off the booking page, or puts it back. What was booked stays.</summary>
public sealed class HideMeetingType(PortalDbContext db, AvailabilityCache cache, IClock clock)
{
    /// <returns>False when there is no such type.</returns>
    public async Task<bool> RunAsync(HideMeetingTypeRequest request, CancellationToken ct)
    {
        if (await db.LoadMeetingTypeAsync(request.By.OrganizationId, request.Id, ct) is not { } type)
            return false;
        if (request.Hidden == (type.Visibility == MeetingTypeVisibility.Hidden))
            return true;
        type.ShowTo(request.Hidden ? MeetingTypeVisibility.Hidden
            : type.LinkKey is null ? MeetingTypeVisibility.Listed
            : MeetingTypeVisibility.ByLink);
        db.AuditEntries.Add(type.Record(request.By, request.Hidden ? "hidden" : "shown", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        cache.Clear();
        return true;
    }
}
