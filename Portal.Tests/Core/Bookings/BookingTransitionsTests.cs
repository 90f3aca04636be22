using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "X2")]
public sealed class BookingTransitionsTests
{
    /// <summary>Every change that is allowed, as the requirements draw the machine; every other pair is refused.</summary>
    private static readonly HashSet<(BookingStatus From, BookingStatus To)> Allowed =
    [
        (BookingStatus.Pending, BookingStatus.Confirmed),
        (BookingStatus.Pending, BookingStatus.Rejected),
        (BookingStatus.Pending, BookingStatus.Cancelled),
        (BookingStatus.Pending, BookingStatus.Expired),
        (BookingStatus.Confirmed, BookingStatus.Waiting),
        (BookingStatus.Confirmed, BookingStatus.InProgress),
        (BookingStatus.Confirmed, BookingStatus.Cancelled),
        (BookingStatus.Confirmed, BookingStatus.NoShow),
        (BookingStatus.Waiting, BookingStatus.Confirmed),
        (BookingStatus.Waiting, BookingStatus.InProgress),
        (BookingStatus.Waiting, BookingStatus.Cancelled),
        (BookingStatus.Waiting, BookingStatus.NoShow),
        (BookingStatus.InProgress, BookingStatus.Completed),
        (BookingStatus.InProgress, BookingStatus.NoShow),
        // everybody left before the two sides met
        (BookingStatus.InProgress, BookingStatus.Confirmed),
    ];

    public static TheoryData<BookingStatus, BookingStatus> EveryPair
    {
        get
        {
            var pairs = new TheoryData<BookingStatus, BookingStatus>();
            foreach (var from in Enum.GetValues<BookingStatus>())
                foreach (var to in Enum.GetValues<BookingStatus>())
                    pairs.Add(from, to);
            return pairs;
        }
    }

    /// <summary>Without the two nobody asks for: a booking begins as pending, and waiting is derived from who waits.</summary>
    public static TheoryData<BookingStatus, BookingStatus> EveryVerb
    {
        get
        {
            var pairs = new TheoryData<BookingStatus, BookingStatus>();
            foreach (var from in Enum.GetValues<BookingStatus>())
                foreach (var to in Enum.GetValues<BookingStatus>().Except([BookingStatus.Pending, BookingStatus.Waiting]))
                    if ((from, to) != (BookingStatus.InProgress, BookingStatus.InProgress))
                        pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void The_table_allows_what_the_requirements_draw_and_nothing_else(BookingStatus from, BookingStatus to) =>
        Assert.Equal(Allowed.Contains((from, to)), from.CanBecome(to));

    [Theory]
    [MemberData(nameof(EveryVerb))]
    public void A_verb_makes_an_allowed_change_and_refuses_any_other_without_a_trace(BookingStatus from, BookingStatus to)
    {
        var booking = Bookings.In(from);
        var before = Bookings.Describe(booking);

        if (Allowed.Contains((from, to)))
        {
            Bookings.Take(booking, to);
            Assert.Equal(to, booking.Status);
            return;
        }

        var refused = Assert.Throws<IllegalBookingTransitionException>(() => Bookings.Take(booking, to));
        Assert.Equal((from, to), (refused.From, refused.To));
        Assert.Equal(before, Bookings.Describe(booking));
    }

    [Fact]
    public void A_meeting_everybody_left_before_they_met_was_never_started()
    {
        var booking = Bookings.In(BookingStatus.InProgress);

        booking.Interrupt();

        Assert.Equal((BookingStatus.Confirmed, null), (booking.Status, booking.StartedAt));
    }

    [Fact]
    public void A_second_person_who_enters_the_call_starts_nothing_anew()
    {
        var booking = Bookings.In(BookingStatus.InProgress);
        var before = Bookings.Describe(booking);

        booking.Start(FakeClock.Start + Duration.FromMinutes(5));

        Assert.Equal(before, Bookings.Describe(booking));
    }

    [Theory]
    [InlineData(BookingStatus.Confirmed, BookingStatus.Waiting)]
    [InlineData(BookingStatus.Waiting, BookingStatus.Waiting)]
    [InlineData(BookingStatus.InProgress, BookingStatus.InProgress)]
    [InlineData(BookingStatus.Cancelled, BookingStatus.Cancelled)]
    [Trait("Req", "X3")]
    public void Somebody_at_the_door_makes_only_a_confirmed_booking_waiting(BookingStatus from, BookingStatus expected)
    {
        var booking = Bookings.In(from);

        booking.Participants.Single().Enter(FakeClock.Start);
        booking.ReflectWaiting();

        Assert.Equal(expected, booking.Status);
    }

    [Fact]
    [Trait("Req", "X3")]
    public void When_the_last_one_at_the_door_has_gone_the_booking_is_confirmed_again()
    {
        var booking = Bookings.In(BookingStatus.Waiting);

        booking.Participants.Single().GiveUpWaiting();
        booking.ReflectWaiting();

        Assert.Equal(BookingStatus.Confirmed, booking.Status);
    }

    [Fact]
    public void What_is_over_stays_over_and_gives_the_time_back()
    {
        BookingStatus[] final = [BookingStatus.Completed, BookingStatus.Cancelled, BookingStatus.Rejected, BookingStatus.NoShow, BookingStatus.Expired];

        Assert.Equal(final, Enum.GetValues<BookingStatus>().Where(status => status.IsFinal()));
        Assert.All(Enum.GetValues<BookingStatus>(), status => Assert.NotEqual(status.IsFinal(), status.TakesTime()));
    }

    [Theory]
    [InlineData(BookingStatus.Waiting)]
    [InlineData(BookingStatus.InProgress)]
    [InlineData(BookingStatus.Completed)]
    [InlineData(BookingStatus.Cancelled)]
    [InlineData(BookingStatus.Rejected)]
    [InlineData(BookingStatus.NoShow)]
    [InlineData(BookingStatus.Expired)]
    [Trait("Req", "B15")]
    public void Only_a_meeting_still_to_come_can_be_moved(BookingStatus status)
    {
        var booking = Bookings.In(status);
        var before = Bookings.Describe(booking);

        Assert.False(booking.CanMove);
        Assert.Throws<IllegalBookingTransitionException>(
            () => booking.Move(FakeClock.Start, FakeClock.Start + Duration.FromHours(1), World.Berlin, byVisitor: true));
        Assert.Equal(before, Bookings.Describe(booking));
    }

    [Theory]
    [InlineData(BookingStatus.Completed)]
    [InlineData(BookingStatus.NoShow)]
    [Trait("Req", "X4")]
    public void The_end_of_a_meeting_closes_its_room(BookingStatus end)
    {
        var booking = Bookings.In(BookingStatus.InProgress);

        Bookings.Take(booking, end);

        Assert.Equal(1, booking.RoomEpoch);
        Assert.NotNull(booking.EndedAt);
    }
}
