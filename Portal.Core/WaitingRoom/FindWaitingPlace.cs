using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Where a visitor stands at the door; asking is the sign of life that keeps their place (B4, B9).</summary>
public sealed class FindWaitingPlace(PortalDbContext db, IClock clock)
{
    // often enough for ClearTheDoor, seldom enough that a poll is nearly always only a read
    private static readonly Duration SignOfLife = Duration.FromSeconds(20);

    /// <param name="participantId">From the visitor's link.</param>
    public async Task<WaitingPlace> RunAsync(Guid participantId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var found = await db.Participants.AsNoTracking()
            .Where(participant => participant.Id == participantId)
            .Select(participant => new
            {
                Participant = participant,
                Booking = participant.Booking!,
                HostName = participant.Booking!.Host!.DisplayName,
                MeetingName = participant.Booking.MeetingType!.Name,
                MeetingSlug = participant.Booking.MeetingType.Slug,
                OrganizationName = participant.Booking.Organization!.Name,
                OrganizationSlug = participant.Booking.Organization.Slug,
                Ahead = db.Participants.Count(other =>
                    other.OrganizationId == participant.OrganizationId
                    && other.Admission == Admission.Waiting
                    && other.Booking!.HostId == participant.Booking.HostId
                    && other.WaitingSince < participant.WaitingSince),
            })
            .SingleAsync(ct);

        var (participant, booking) = (found.Participant, found.Booking);
        if (participant.Admission == Admission.Waiting && (participant.LastSeenAt is not { } seen || now - seen > SignOfLife))
            await db.Participants
                .Where(row => row.Id == participantId)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSeenAt, now), ct);

        return new WaitingPlace(
            booking.Id, booking.Status, participant.Admission, participant.WaitingSince, found.Ahead, participant.RejectionReason,
            found.HostName, found.MeetingName, found.MeetingSlug, found.OrganizationName, found.OrganizationSlug, booking.StartsAt, booking.EndsAt, booking.VisitorZone,
            JoinWindow.IsOver(booking, now));
    }
}
