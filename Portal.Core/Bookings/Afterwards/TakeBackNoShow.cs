using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>
/// A no-show was a mistake: the meeting is on again while its time lasts, and counts as held afterwards. Staff take back any,
/// visitors what they said themselves.
/// </summary>
public sealed class TakeBackNoShow(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<TakeBackNoShowOutcome> RunAsync(ReportNoShowRequest request, CancellationToken ct) => db.RepeatAsync(() => TakeBackAsync(request, ct), ct);

    private async Task<TakeBackNoShowOutcome> TakeBackAsync(ReportNoShowRequest request, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.By.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new TakeBackNoShowOutcome.BookingNotFound();
        if (!request.By.Concerns(request.BookingId, hosts))
            return new TakeBackNoShowOutcome.NotYours();
        await using var held = await hostTime.LockAsync(hosts, ct);
        var booking = (await db.LoadMeetingAsync(request.BookingId, ct))!;
        var now = clock.GetCurrentInstant();
        if (booking.Status != BookingStatus.NoShow || !booking.CanBeCorrected(now))
            return new TakeBackNoShowOutcome.NotPossible(booking.Status);
        if (request.By.IsVisitor && booking.MissedBy != MissingSide.Host)
            return new TakeBackNoShowOutcome.NotYours();
        // a meeting of the host's that was begun in its place may have taken the time
        var isOn = now < booking.EndsAt && await db.ClaimSeats.AnyAsync(seat => seat.BookingId == booking.Id, ct);
        booking.TakeBackNoShow(isOn ? BookingStatus.Confirmed : BookingStatus.Completed, now);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.no_show_taken_back", request.By.AsActor(), now));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new TakeBackNoShowOutcome.TakenBack(booking.Status);
    }
}

public abstract record TakeBackNoShowOutcome
{
    private TakeBackNoShowOutcome()
    {
    }

    /// <param name="Status">Confirmed while its time lasts, completed after.</param>
    public sealed record TakenBack(BookingStatus Status) : TakeBackNoShowOutcome;

    /// <summary>It is no no-show, or a day has passed.</summary>
    public sealed record NotPossible(BookingStatus Status) : TakeBackNoShowOutcome;

    /// <summary>Somebody else said it.</summary>
    public sealed record NotYours : TakeBackNoShowOutcome;

    public sealed record BookingNotFound : TakeBackNoShowOutcome;
}
