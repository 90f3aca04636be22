using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>"Why is this time not offered?" (N3): the engine's own reasons, with what stands behind each, also with a week that is not saved yet.</summary>
public sealed class ExplainTime(PortalDbContext db, ReadAvailability read, IClock clock)
{
    /// <returns>Null when the type is not one of the host's, or they have no hours.</returns>
    public async Task<ExplainedTime?> RunAsync(ExplainTimeRequest request, CancellationToken ct)
    {
        if (await db.FindTypeOfHostAsync(read, request.Host, request.MeetingTypeId, ct) is not { } type)
            return null;
        var now = clock.GetCurrentInstant();
        var candidates = type.CandidatesBeside(request.Host.HostId);
        // two days on both sides cover every zone and any buffer
        var asked = request.At.InUtc().ToInstant();
        var around = new Interval(asked - Duration.FromDays(2), asked + Duration.FromDays(2));
        var snapshot = await read.RunAsync(type, candidates, around, ct, UnsavedWeek.Of(request.Host.HostId, request.Unsaved));
        var schedule = snapshot.ScheduleFor(candidates, type.Length, OwnTime.None, now);
        if (schedule.Hosts.FirstOrDefault(host => host.HostId == request.Host.HostId) is not { } host)
            return null;

        var moments = new List<ExplainedMoment>();
        foreach (var explanation in WhyNot.Explain(schedule, request.At, host.Zone, now))
        {
            var reasons = new List<ExplainedReason>();
            foreach (var reason in explanation.Reasons)
                reasons.Add(new ExplainedReason(reason, OtherName(reason), await FindBlockerAsync(request.Host.OrganizationId, reason, now, ct)));
            moments.Add(new ExplainedMoment(explanation.Start, reasons));
        }

        return new ExplainedTime(type.Name, host.Zone, request.At, now, moments);

        string? OtherName(Reason reason) => reason.HostId is { } id && id != request.Host.HostId ? snapshot.FindHost(id)?.Name : null;
    }

    /// <returns>Null when nothing is in the way; what another organisation has there is not named (C8).</returns>
    private async Task<Blocker?> FindBlockerAsync(Guid organizationId, Reason reason, Instant now, CancellationToken ct)
    {
        if (reason is not { HostId: { } hostId, Blocking: { } blocking } || reason.Kind is ReasonKind.Calendar or ReasonKind.Held)
            return null;
        var (from, until) = (blocking.Start, blocking.End);
        var claim = await db.TimeClaims.AsNoTracking()
            .Where(claim => claim.HostId == hostId && claim.StartsAt == from && claim.EndsAt == until)
            .Select(claim => new
            {
                claim.OrganizationId,
                claim.MeetingStartsAt,
                claim.MeetingEndsAt,
                BookingIds = claim.Seats.Where(seat => seat.BookingId != null).Select(seat => seat.BookingId!.Value).ToList(),
                IsHeld = claim.Seats.Any(seat => seat.HeldUntil > now),
            })
            .FirstOrDefaultAsync(ct);
        if (claim is null)
            return null;
        var booking = claim.OrganizationId != organizationId
            ? null
            : await db.Bookings.AsNoTracking()
                .Where(booking => claim.BookingIds.Contains(booking.Id))
                .Select(booking => new { booking.Id, booking.VisitorName, MeetingName = booking.MeetingType!.Name })
                .FirstOrDefaultAsync(ct);
        return new Blocker(
            claim.MeetingStartsAt, claim.MeetingEndsAt, booking?.Id, booking?.VisitorName, booking?.MeetingName,
            IsElsewhere: claim.OrganizationId != organizationId, IsHeld: claim.BookingIds.Count == 0 && claim.IsHeld);
    }
}
