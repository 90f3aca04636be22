using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Bookings;

/// <summary>Bookings that no database knows, brought into a status by their own verbs.</summary>
internal static class Bookings
{
    private static readonly Dictionary<BookingStatus, BookingStatus[]> Paths = new()
    {
        [BookingStatus.Pending] = [],
        [BookingStatus.Confirmed] = [BookingStatus.Confirmed],
        [BookingStatus.Waiting] = [BookingStatus.Confirmed, BookingStatus.Waiting],
        [BookingStatus.InProgress] = [BookingStatus.Confirmed, BookingStatus.InProgress],
        [BookingStatus.Completed] = [BookingStatus.Confirmed, BookingStatus.InProgress, BookingStatus.Completed],
        [BookingStatus.Cancelled] = [BookingStatus.Confirmed, BookingStatus.Cancelled],
        [BookingStatus.Rejected] = [BookingStatus.Rejected],
        [BookingStatus.NoShow] = [BookingStatus.Confirmed, BookingStatus.NoShow],
        [BookingStatus.Expired] = [BookingStatus.Expired],
    };

    public static Booking In(BookingStatus status)
    {
        var id = Guid.CreateVersion7();
        var booking = new Booking
        {
            Id = id,
            OrganizationId = Guid.CreateVersion7(),
            MeetingTypeId = Guid.CreateVersion7(),
            HostId = Guid.CreateVersion7(),
            StartsAt = FakeClock.Start,
            EndsAt = FakeClock.Start + Duration.FromMinutes(30),
            VisitorStart = FakeClock.Start.InZone(World.Berlin).LocalDateTime,
            VisitorZone = World.Berlin,
            HostZone = World.Berlin,
            VisitorName = "Vera Visitor",
            VisitorEmail = "vera@visitor.test",
            CreatedAt = FakeClock.Start,
        };
        booking.Participants.Add(new Participant
        {
            Id = Guid.CreateVersion7(),
            BookingId = id,
            OrganizationId = booking.OrganizationId,
            Role = ParticipantRole.Visitor,
            Name = booking.VisitorName,
            Email = booking.VisitorEmail,
        });
        foreach (var step in Paths[status])
            Take(booking, step);
        return booking;
    }

    /// <summary>Calls the verb that leads to a status.</summary>
    public static void Take(Booking booking, BookingStatus to)
    {
        switch (to)
        {
            case BookingStatus.Confirmed when booking.Status == BookingStatus.InProgress:
                booking.Interrupt();
                break;
            case BookingStatus.Confirmed:
                booking.Confirm();
                break;
            case BookingStatus.Waiting:
                booking.Participants.Single().Enter(FakeClock.Start);
                booking.ReflectWaiting();
                break;
            case BookingStatus.InProgress:
                booking.Start(FakeClock.Start);
                break;
            case BookingStatus.Completed:
                booking.Complete(FakeClock.Start);
                break;
            case BookingStatus.Cancelled:
                booking.Cancel("Ill");
                break;
            case BookingStatus.Rejected:
                booking.Reject("No");
                break;
            case BookingStatus.NoShow:
                booking.MarkNoShow(MissingSide.Both, FakeClock.Start);
                break;
            case BookingStatus.Expired:
                booking.Expire();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(to), to, "Nothing leads to this status.");
        }
    }

    /// <summary>Everything a change could have touched.</summary>
    public static string Describe(Booking booking) => string.Join(
        ' ', booking.Status, booking.StartsAt, booking.EndsAt, booking.VisitorStart, booking.Sequence, booking.RoomEpoch,
        booking.StartedAt, booking.EndedAt, booking.CancellationReason);
}
