using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Organizations;
using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>What <c>_BookingFacts</c> and the pages around it show of one booking, times as texts of the organisation's zone.</summary>
/// <param name="VisitorWhen">The same in the visitor's zone; null where that is the same.</param>
/// <param name="Booked">When it was booked.</param>
/// <param name="Here">The page it is shown on, to come back to.</param>
public sealed record StaffBooking(
    BookingDetails Details, string When, string? VisitorWhen, string Booked, bool CanJoin, bool CanMove, bool IsAdmin, LocalDate Day, string Here)
{
    public Booking Booking => Details.Booking;

    /// <summary>Confirmed and not over: another host can hold it.</summary>
    public bool CanReassign => CanJoin;

    public IEnumerable<string> Guests => Details.Participants.Where(person => person.Role == ParticipantRole.Guest).Select(guest => guest.Email);

    /// <summary>What the visitor's last device check found; null when there was none.</summary>
    public string? DeviceCheck { get; init; }

    /// <summary>What visitor and guests were not told, while there is time to tell them.</summary>
    public required IReadOnlyList<UndeliveredMail> Undelivered { get; init; }

    public static StaffBooking Of(BookingDetails details, CurrentMember member, Instant now, string here)
    {
        var (booking, zone) = (details.Booking, member.Zone);
        var today = now.InZone(zone).Date;
        var booked = booking.CreatedAt.InZone(zone);
        return new StaffBooking(
            details,
            MeetingTime.RangeWithZone(booking.StartsAt, booking.EndsAt, zone, today),
            booking.VisitorZone.Equals(zone) ? null : MeetingTime.RangeWithZone(booking.StartsAt, booking.EndsAt, booking.VisitorZone, today),
            $"{MeetingTime.Day(booked.Date, today)}, {MeetingTime.Clock(booked.TimeOfDay)}",
            JoinWindow.IsOpenForStaff(booking, now),
            details.CanMove(now),
            member.IsAtLeast(MemberRole.Admin),
            booking.StartsAt.InZone(zone).Date,
            here)
        {
            DeviceCheck = details.Participants.FirstOrDefault(person => person.Role == ParticipantRole.Visitor) is { } visitor
                ? DeviceCheckWords.Of(Core.Bookings.DeviceCheck.Of(visitor), now, zone)
                : null,
            Undelivered = booking.EndsAt <= now
                ? []
                :
                [
                    .. details.Mails
                        .Where(mail => mail.IsOutside && MailWords.StateOf(mail) == OutboxState.GivenUp)
                        .Select(mail => new UndeliveredMail(booking.Id, mail.Kind, booking.VisitorName, mail.RecipientEmail, booking.StartsAt, mail.LastError)),
                ],
        };
    }

    /// <summary>As the host reads it; a date in words.</summary>
    public static string WordsOf(BookingAnswer answer) =>
        answer.Kind == QuestionKind.Date && NodaTime.Text.LocalDatePattern.Iso.Parse(answer.Value) is { Success: true, Value: var date }
            ? $"{MeetingTime.Day(date)} {date.Year}"
            : answer.Value;
}
