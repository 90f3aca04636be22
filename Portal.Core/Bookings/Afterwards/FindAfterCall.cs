using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>What a visitor or a guest can say of a meeting at this moment, and what they said of it before.</summary>
public sealed class FindAfterCall(PortalDbContext db, IClock clock)
{
    /// <param name="participantId">From their link or their cookie.</param>
    /// <returns>Null when there is no such visitor.</returns>
    public async Task<AfterCall?> RunAsync(Guid participantId, CancellationToken ct)
    {
        var participant = await db.Participants.AsNoTracking()
            .Include(row => row.Booking).ThenInclude(booking => booking!.Participants)
            .Include(row => row.Booking).ThenInclude(booking => booking!.MeetingType)
            .Include(row => row.Booking).ThenInclude(booking => booking!.Organization)
            .AsNoTrackingWithIdentityResolution()
            .SingleOrDefaultAsync(row => row.Id == participantId && row.UserId == null, ct);
        if (participant?.Booking is not { } booking)
            return null;
        var now = clock.GetCurrentInstant();
        var hosts = booking.Participants.Where(person => person.Role == ParticipantRole.Host).Select(person => person.Name).Order(StringComparer.CurrentCulture);
        var hostCame = booking.Participants.Exists(person => person.IsStaff && person.JoinedAt is not null);
        return new AfterCall(
            booking.Id, booking.MeetingType!.Name, string.Join(", ", hosts), booking.Organization!.Name,
            participant.Impression, participant.ImpressionNote,
            CanSay: SayHowItWas.CanSay(participant, now),
            CanReportNoShow: now >= booking.StartsAt && !hostCame && booking.Status.CanBecome(BookingStatus.NoShow),
            CanTakeBack: booking.MissedBy == MissingSide.Host && booking.CanBeCorrected(now));
    }
}

/// <param name="HostName">Of everybody who holds it.</param>
/// <param name="Said">Null until they said it.</param>
/// <param name="CanReportNoShow">Nobody of the organisation has been in the call since the start.</param>
/// <param name="CanTakeBack">It was noted that the host did not come, and that can be a mistake.</param>
public sealed record AfterCall(
    Guid BookingId,
    string MeetingName,
    string HostName,
    string OrganizationName,
    Impression? Said,
    string? Note,
    bool CanSay,
    bool CanReportNoShow,
    bool CanTakeBack);
