using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;

namespace Portal.Core.Persistence;

/// <summary>Two weeks of bookings around the start: past ones ended in every way, one running, one waiting, more to come.</summary>
internal static class DemoBookings
{
    private static readonly (string Name, string Email, string Notes, string? Article)[] Visitors =
    [
        ("Lena Fischer", "lena.fischer@mail.test", "The reset link never arrives.", "reset-password"),
        ("Oliver Grant", "oliver.grant@mail.test", "", null),
        ("Sofia Rossi", "sofia.rossi@mail.test", "We want to move 40 agents over.", "import-users"),
        ("Mehmet Yılmaz", "mehmet.yilmaz@mail.test", "SSO with our own provider.", "single-sign-on"),
        ("Chloé Martin", "chloe.martin@mail.test", "", "reset-password"),
        ("Tomás Herrera", "tomas.herrera@mail.test", "Invoices show the wrong address.", "billing-address"),
        ("Aiko Tanaka", "aiko.tanaka@mail.test", "", null),
        ("Noah Becker", "noah.becker@mail.test", "Second call about the export.", "export-data"),
    ];

    // every ending comes within the first five, because there are at least six working days in the time before
    private static readonly BookingStatus[] PastEndings =
    [
        BookingStatus.Completed, BookingStatus.NoShow, BookingStatus.Cancelled, BookingStatus.Rejected,
        BookingStatus.Expired, BookingStatus.Completed, BookingStatus.Completed,
    ];

    public static void Add(
        PortalDbContext db, Organization acme, MeetingType intro, MeetingType onboarding, PortalUser mara, PortalUser jonas, Instant now)
    {
        var story = new Story(db, acme, now);
        story.Around(intro, mara, new LocalTime(10, 0), PastEndings);
        story.Around(onboarding, jonas, new LocalTime(14, 0), PastEndings);

        // Jonas is in a call that runs for another quarter of an hour while somebody already waits for the next
        var minute = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
        var running = story.Book(onboarding, jonas, minute - Duration.FromMinutes(45));
        running.Confirm();
        running.Start(running.StartsAt);
        foreach (var participant in running.Participants)
        {
            participant.Admit(jonas.Id, running.StartsAt);
            participant.Join(running.StartsAt);
        }

        var waiting = story.Book(onboarding, jonas, minute + Duration.FromMinutes(15));
        waiting.Confirm();
        var visitor = waiting.Participants.Single(participant => participant.Role == ParticipantRole.Visitor);
        visitor.Enter(now);
        // nobody sits behind this page to keep the place, so it is kept for the length of a look around
        visitor.LastSeenAt = now + Duration.FromHours(1);
        waiting.ReflectWaiting();
    }

    public static void AddForGlobex(PortalDbContext db, Organization globex, MeetingType consultation, PortalUser isabel, Instant now) =>
        new Story(db, globex, now).Around(consultation, isabel, new LocalTime(11, 0), PastEndings);

    private sealed class Story(PortalDbContext db, Organization organization, Instant now)
    {
        private int visitors;

        /// <summary>One booking a working day at this time, a week back and a week ahead, leaving the hours around now free.</summary>
        public void Around(MeetingType type, PortalUser host, LocalTime at, BookingStatus[] endings)
        {
            var today = now.InZone(organization.Zone).Date;
            var ended = 0;
            for (var day = today.PlusDays(-10); day <= today.PlusDays(8); day = day.PlusDays(1))
            {
                var start = day.At(at).InZoneLeniently(organization.Zone).ToInstant();
                var distance = start > now ? start - now : now - start;
                if (day.DayOfWeek >= IsoDayOfWeek.Saturday || distance < Duration.FromHours(3))
                    continue;
                if (start < now)
                    End(Book(type, host, start), endings[ended++ % endings.Length]);
                else if (day.DayOfWeek == IsoDayOfWeek.Thursday)
                    Book(type, host, start); // still to be approved
                else
                    Book(type, host, start).Confirm();
            }
        }

        public Booking Book(MeetingType type, PortalUser host, Instant start)
        {
            var (name, email, notes, article) = Visitors[visitors++ % Visitors.Length];
            var zone = organization.Zone;
            var booking = new Booking
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = organization.Id,
                MeetingTypeId = type.Id,
                HostId = host.Id,
                StartsAt = start,
                EndsAt = start + type.Length,
                VisitorStart = start.InZone(zone).LocalDateTime,
                VisitorZone = zone,
                HostZone = zone,
                VisitorName = name,
                VisitorEmail = email,
                Notes = notes,
                Article = article,
                CreatedAt = start - Duration.FromDays(3),
            };
            booking.Participants.Add(Person(booking, ParticipantRole.Visitor, null, name, email));
            booking.Participants.Add(Person(booking, ParticipantRole.Host, host.Id, host.DisplayName, host.Email!));
            db.Bookings.Add(booking);
            var claim = new TimeClaim
            {
                Id = Guid.CreateVersion7(),
                HostId = host.Id,
                OrganizationId = organization.Id,
                MeetingTypeId = type.Id,
                StartsAt = booking.StartsAt - type.BufferBefore,
                EndsAt = booking.EndsAt + type.BufferAfter,
                MeetingStartsAt = booking.StartsAt,
                MeetingEndsAt = booking.EndsAt,
                Capacity = 1,
            };
            claim.Seats.Add(new ClaimSeat { ClaimId = claim.Id, Number = 1, BookingId = booking.Id });
            db.TimeClaims.Add(claim);
            return booking;
        }

        private void End(Booking booking, BookingStatus ending)
        {
            if (ending is not (BookingStatus.Rejected or BookingStatus.Expired))
                booking.Confirm();
            switch (ending)
            {
                case BookingStatus.Completed:
                    booking.Start(booking.StartsAt);
                    foreach (var participant in booking.Participants)
                    {
                        participant.Admit(booking.HostId, booking.StartsAt);
                        participant.Join(booking.StartsAt);
                        participant.Leave(booking.EndsAt);
                    }

                    booking.Complete(booking.EndsAt);
                    break;
                case BookingStatus.NoShow:
                    booking.MarkNoShow(MissingSide.Visitor, booking.EndsAt);
                    break;
                case BookingStatus.Cancelled:
                    booking.Cancel("Solved by mail meanwhile.");
                    Release(booking);
                    break;
                case BookingStatus.Rejected:
                    booking.Reject("Please ask your own account manager first.");
                    Release(booking);
                    break;
                case BookingStatus.Expired:
                    booking.Expire();
                    Release(booking);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(ending), ending, "Not an ending.");
            }

            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.ended", Actor.System, booking.EndsAt, ending.ToString()));
        }

        private void Release(Booking booking) =>
            db.TimeClaims.RemoveRange(db.TimeClaims.Local.Where(claim => claim.Seats.Exists(seat => seat.BookingId == booking.Id)).ToList());

        private static Participant Person(Booking booking, ParticipantRole role, Guid? userId, string name, string email) => new()
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
}
