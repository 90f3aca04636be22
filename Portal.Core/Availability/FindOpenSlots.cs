using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Everything a meeting type can be booked at, from now until its horizon: a snapshot and one engine run.</summary>
public sealed class FindOpenSlots(PortalDbContext db, CurrentAvailability current, ReadAvailability read, IClock clock)
{
    private static readonly Duration OneDay = Duration.FromDays(1);
    private static readonly Duration Beside = Duration.FromDays(2);

    /// <returns>Null when there is no such organisation or meeting type, or it opens only with a private link's key.</returns>
    public async Task<OpenTimes?> RunAsync(FindOpenSlotsRequest request, CancellationToken ct)
    {
        var snapshot = await current.RunAsync(request.Organization, request.MeetingType, ct);
        if (snapshot is null || !snapshot.Type.OpensWith(request.LinkKey))
            return null;
        var type = snapshot.Type;
        return Look(snapshot, [.. type.CandidateHosts()], type.LengthOr(request.Length), new OwnTime(Holder: request.Holder), request.Asked);
    }

    /// <summary>The open times nearest to one that could not be had, as the database has them now; perhaps none.</summary>
    internal async Task<IReadOnlyList<OpenSlot>> NearestAsync(
        MeetingType type, Instant asked, Duration length, Holder? holder, int count, CancellationToken ct)
    {
        var (hosts, own, now) = (type.CandidateHosts().ToList(), new OwnTime(Holder: holder), clock.GetCurrentInstant());
        // whoever loses a time mostly finds others beside it: until the horizon there may be a thousand
        var near = await FindWithinAsync(new Interval(asked - Beside, asked + Beside));
        return OpenTimes.Nearest(
            near.Count >= count ? near : await FindWithinAsync(CurrentAvailability.SpanOf(type, now)), asked, count);

        async Task<IReadOnlyList<OpenSlot>> FindWithinAsync(Interval window)
        {
            // buffers, and days of other zones, reach over its ends
            var snapshot = await read.RunAsync(type, hosts, new Interval(window.Start - OneDay, window.End + OneDay), ct);
            return OpenSlots.Find(snapshot.ScheduleFor(hosts, length, own, now), window, now);
        }
    }

    /// <summary>What a booking can be moved to: its own hosts' time, its present time not counted as taken.</summary>
    /// <returns>Null when there is no such booking.</returns>
    public async Task<OpenTimes?> ForMoveAsync(Guid bookingId, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking()
            .Include(booking => booking.Participants)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId, ct);
        if (booking is null)
            return null;
        var type = await read.GetTypeAsync(booking.MeetingTypeId, ct);
        var hosts = booking.HostIds();
        var snapshot = await read.RunAsync(type, hosts, CurrentAvailability.SpanOf(type, clock.GetCurrentInstant()), ct);
        var open = Look(snapshot, hosts, booking.EndsAt - booking.StartsAt, new OwnTime(booking.Id));
        return open with { Slots = [.. open.Slots.Where(slot => slot.Start != booking.StartsAt)] };
    }

    /// <summary>What would be offered of one of the organisation's own types, also of a hidden one.</summary>
    /// <returns>Null when the organisation has no such type.</returns>
    public async Task<OpenTimes?> ForPreviewAsync(Guid organizationId, Guid meetingTypeId, CancellationToken ct)
    {
        if (!await db.MeetingTypes.AnyAsync(type => type.Id == meetingTypeId && type.OrganizationId == organizationId, ct))
            return null;
        var type = await read.GetTypeAsync(meetingTypeId, ct);
        var hosts = type.CandidateHosts().ToList();
        var snapshot = await read.RunAsync(type, hosts, CurrentAvailability.SpanOf(type, clock.GetCurrentInstant()), ct);
        return Look(snapshot, hosts, type.Length, new OwnTime());
    }

    private OpenTimes Look(AvailabilitySnapshot snapshot, IReadOnlyList<Guid> candidates, Duration length, OwnTime own, Instant? asked = null)
    {
        var now = clock.GetCurrentInstant();
        var schedule = snapshot.ScheduleFor(candidates, length, own, now);
        var slots = OpenSlots.Find(schedule, new Interval(now, now + Duration.FromDays(snapshot.Type.HorizonDays + 2)), now);
        return new OpenTimes(Describe(snapshot, candidates, length), now, slots, snapshot.Prices)
        {
            WhyNotAsked = asked is { } start ? WhyNot.Explain(schedule, start, now) : [],
        };
    }

    private static BookableMeeting Describe(AvailabilitySnapshot snapshot, IReadOnlyList<Guid> candidates, Duration length)
    {
        var type = snapshot.Type;
        var organization = type.Organization!;
        var named = candidates.Count == 1 || type.Assignment == HostAssignment.Collective ? candidates : [];
        return new BookableMeeting(
            organization.Slug, organization.Name, organization.Zone, type.Slug, type.Name, type.Description, length, [.. type.Lengths],
            [.. named.Select(id => snapshot.FindHost(id)?.Name).OfType<string>()],
            type.Capacity, type.NeedsApproval, type.Policy, type.Questions, organization.HoldLength);
    }
}
