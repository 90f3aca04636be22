using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Everything a meeting type can be booked at, from now until its horizon: two queries and one engine run.</summary>
public sealed class FindOpenSlots(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>Null when there is no such organisation or meeting type.</returns>
    public async Task<OpenTimes?> RunAsync(FindOpenSlotsRequest request, CancellationToken ct)
    {
        var type = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Organization)
            .Include(type => type.Hosts).ThenInclude(host => host.Host)
            .SingleOrDefaultAsync(type => type.Organization!.Slug == request.Organization && type.Slug == request.MeetingType, ct);
        return type is null ? null : await ForTypeAsync(type, [.. type.CandidateHosts()], null, ct);
    }

    /// <summary>What a booking can be moved to: its own host's time, its present time not counted as taken.</summary>
    /// <returns>Null when there is no such booking.</returns>
    public async Task<OpenTimes?> ForMoveAsync(Guid bookingId, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking()
            .Include(booking => booking.MeetingType!).ThenInclude(type => type.Organization)
            .Include(booking => booking.MeetingType!).ThenInclude(type => type.Hosts).ThenInclude(host => host.Host)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId, ct);
        if (booking is null)
            return null;
        var open = await ForTypeAsync(booking.MeetingType!, [booking.HostId], booking.Id, ct);
        return open with { Slots = [.. open.Slots.Where(slot => slot.Start != booking.StartsAt)] };
    }

    internal async Task<OpenTimes> ForTypeAsync(MeetingType type, IReadOnlyList<Guid> candidates, Guid? ignoredBooking, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // a day on either side covers every zone's idea of the last day, and any buffer
        var horizon = new Interval(now, now + Duration.FromDays(type.HorizonDays + 2));
        var span = new Interval(now - Duration.FromDays(1), horizon.End + Duration.FromDays(1));
        var hosts = await hostTime.ReadAsync(type.OrganizationId, candidates, span, now, ignoredBooking, ct);
        var slots = OpenSlots.Find(type.ScheduleFor(hosts), horizon, now);
        return new OpenTimes(Describe(type, candidates), now, slots);
    }

    private static BookableMeeting Describe(MeetingType type, IReadOnlyList<Guid> candidates)
    {
        var organization = type.Organization!;
        var hostName = candidates.Count == 1
            ? type.Hosts.SingleOrDefault(host => host.HostId == candidates[0])?.Host?.DisplayName
            : null;
        return new BookableMeeting(
            organization.Slug, organization.Name, organization.Zone, type.Slug, type.Name, type.Description, type.Length, hostName);
    }
}
