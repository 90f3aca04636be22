using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Book;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>What the form for moving a meeting shows beside its fields.</summary>
/// <param name="Zone">What the typed time is meant in.</param>
/// <param name="Offered">Free times near the one looked at.</param>
/// <param name="Question">What stands in the way of the time asked for; null at first.</param>
/// <param name="CanMove">False once it has begun or was called off.</param>
public sealed record MoveView(BookingDetails Details, MoveInput Input, DateTimeZone Zone, LocalDate Today, IReadOnlyList<Instant> Offered, MoveQuestion? Question, bool CanMove)
{
    private const int OfferedTimes = 6;

    /// <param name="open">What it can be moved to; null when it cannot be moved.</param>
    public static MoveView Of(BookingDetails details, MoveInput input, Instant now, OpenTimes? open, MoveQuestion? question)
    {
        var zone = input.ZoneOr(details.Booking.HostZone);
        var near = input.Moments(zone) is [var asked, ..] ? asked : details.Booking.StartsAt;
        return new MoveView(
            details, input, zone, now.InZone(zone).Date, open is null ? [] : [.. open.Nearest(near, OfferedTimes).Select(slot => slot.Start)],
            question, open is not null);
    }

    public Booking Booking => Details.Booking;

    public string Now => MeetingTime.RangeWithZone(Booking.StartsAt, Booking.EndsAt, Zone, Today);

    public string Told => Details.Participants.Count == 1 ? "1 person gets an email." : $"{Details.Participants.Count} people get an email.";

    public string TextOf(Instant time)
    {
        var moment = MeetingTime.Moment(time, Zone);
        var local = time.InZone(Zone);
        return Zone.MapLocal(local.LocalDateTime).Count == 2 ? $"{moment} ({MeetingTime.OffsetName(local.Offset)})" : moment;
    }

    public static string Write(Instant time) => SlotQuery.Write(time);
}
