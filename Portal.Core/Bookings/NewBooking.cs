using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Bookings.Rules;
using Portal.Core.Notifications;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>The visitor's link to a booking: the row, and the token that is shown once.</summary>
internal sealed record VisitorLink(AccessLink Row, string Token);

/// <summary>A booking as it begins: its people, its answers, its first messages.</summary>
internal static class NewBooking
{
    public static (Booking Booking, VisitorLink Link) Of(
        AvailabilitySnapshot snapshot, IReadOnlyList<Guid> hostIds, OpenSlot slot, BookSlotRequest request, Instant now)
    {
        var type = snapshot.Type;
        var hosts = hostIds.Select(id => snapshot.FindHost(id)!).ToList();
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = type.OrganizationId,
            MeetingTypeId = type.Id,
            HostId = hosts[0].HostId,
            StartsAt = slot.Start,
            EndsAt = slot.End,
            VisitorZone = request.VisitorZone,
            VisitorStart = slot.Start.InZone(request.VisitorZone).LocalDateTime,
            HostZone = hosts[0].Zone,
            VisitorName = request.Name,
            VisitorEmail = request.Email,
            Notes = request.Notes,
            Article = request.Article,
            Answers = [.. AnswersFit.AnswersOf(type, request)],
            SessionSlotId = slot.SessionId,
            RequestKey = request.RequestKey,
            RequestDigest = request.RequestKey is null ? null : request.Digest(),
            CreatedAt = now,
        };
        if (!type.NeedsApproval)
            booking.Confirm();

        var visitor = Person(booking, ParticipantRole.Visitor, request.Name, request.Email);
        booking.Participants.Add(visitor);
        booking.Participants.AddRange(hosts.Select(host => Person(booking, ParticipantRole.Host, host.Name, host.Email, host.HostId)));
        booking.Participants.AddRange(request.Guests
            .Where(guest => !guest.Equals(request.Email, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(guest => Person(booking, ParticipantRole.Guest, guest, guest)));
        var (link, token) = AccessLink.Issue(visitor.Id, LinkPurpose.Manage, now);
        return (booking, new VisitorLink(link, token));
    }

    /// <param name="browserId">Where the visitor books themselves; null when somebody else does it for them.</param>
    public static void AddNew(this PortalDbContext db, Booking booking, VisitorLink link, Guid? browserId, Instant now)
    {
        db.Bookings.Add(booking);
        db.AccessLinks.Add(link.Row);
        var visitor = booking.Participants.Single(participant => participant.Role == ParticipantRole.Visitor);
        if (browserId is { } browser)
            db.VisitorBrowsers.Add(VisitorBrowser.First(visitor, browser, now));
        if (booking.Status == BookingStatus.Pending)
        {
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.requested", Actor.Visitor(visitor), now));
            var request = new MeetingRequested(booking.StartsAt, booking.EndsAt, booking.Sequence);
            db.Outbox.AddRange(booking.Participants
                .Where(reader => reader.Role != ParticipantRole.Guest)
                .Select(reader => OutboxMessage.For(reader, request, now)));
            return;
        }

        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.confirmed", Actor.Visitor(visitor), now));
        var invitation = new MeetingInvitation(booking.StartsAt, booking.EndsAt, booking.Sequence);
        db.Outbox.AddRange(booking.Participants.Select(reader => OutboxMessage.For(reader, invitation, now)));
    }

    public static Participant Host(Booking booking, PortalUser host) =>
        Person(booking, ParticipantRole.Host, host.DisplayName, host.Email!, host.Id);

    public static Participant Person(Booking booking, ParticipantRole role, string name, string email, Guid? userId = null) => new()
    {
        Id = Guid.CreateVersion7(),
        BookingId = booking.Id,
        OrganizationId = booking.OrganizationId,
        Role = role,
        UserId = userId,
        Name = name,
        Email = email,
    };
}
