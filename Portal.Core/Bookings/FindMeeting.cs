using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>The meeting behind a visitor's link, and what can be done with it at this moment.</summary>
public sealed class FindMeeting(PortalDbContext db, IClock clock)
{
    /// <param name="bookingId">From the visitor's link.</param>
    public async Task<VisitorMeeting> RunAsync(Guid bookingId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var found = await db.Bookings.AsNoTracking()
            .Where(booking => booking.Id == bookingId)
            .Select(booking => new
            {
                Booking = booking,
                OrganizationSlug = booking.Organization!.Slug,
                OrganizationName = booking.Organization.Name,
                TypeSlug = booking.MeetingType!.Slug,
                TypeName = booking.MeetingType.Name,
                booking.MeetingType.Policy,
                Hosts = booking.Participants.Where(person => person.Role == ParticipantRole.Host).OrderBy(person => person.Name).Select(person => person.Name).ToList(),
                Guests = booking.Participants.Where(person => person.Role == ParticipantRole.Guest).OrderBy(person => person.Email).Select(person => person.Email).ToList(),
                Answers = booking.Answers.OrderBy(answer => answer.Position).ToList(),
            })
            .SingleAsync(ct);

        var booking = found.Booking;
        var cancelBefore = BookingPolicy.CancelBefore(booking, found.Policy);
        var moveBefore = BookingPolicy.MoveBefore(booking, found.Policy);
        var movesLeft = BookingPolicy.MovesLeft(booking, found.Policy);
        return new VisitorMeeting(
            booking.Id, found.OrganizationSlug, found.OrganizationName, found.TypeSlug, found.TypeName, string.Join(", ", found.Hosts),
            booking.StartsAt, booking.EndsAt, booking.VisitorZone, booking.Status, booking.CancellationReason, booking.Sequence,
            booking.VisitorName, booking.VisitorEmail, booking.Notes, booking.Article,
            JoinWindow.OpensAt(booking), now,
            IsOver: JoinWindow.IsOver(booking, now),
            CanJoin: JoinWindow.IsOpenForVisitors(booking, now),
            CanMove: booking.CanMove && now < moveBefore && movesLeft != 0,
            CanCancel: booking.Status.CanBecome(BookingStatus.Cancelled) && now < cancelBefore,
            found.Policy, cancelBefore, moveBefore, movesLeft, found.Answers, found.Guests);
    }
}
