using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Video;

public sealed class DirectTicketsTests
{
    private static readonly RoomSeat Seat = new(RoomName.For(Guid.NewGuid(), 0), Guid.NewGuid(), Guid.NewGuid(), "Vera Visitor", false);

    private readonly DirectTickets tickets = new(new EphemeralDataProtectionProvider());

    [Fact]
    [Trait("Req", "A15")]
    public void A_ticket_names_one_room_and_one_identity()
    {
        Assert.True(tickets.TryRead(tickets.Mint(Seat, FakeClock.Start), FakeClock.Start, out var read));
        Assert.Equal(Seat, read);
    }

    [Fact]
    [Trait("Req", "A15")]
    public void A_ticket_is_good_for_an_hour_and_no_longer()
    {
        var ticket = tickets.Mint(Seat, FakeClock.Start);

        Assert.True(tickets.TryRead(ticket, FakeClock.Start + Duration.FromSeconds(3599), out _));
        Assert.False(tickets.TryRead(ticket, FakeClock.Start + Duration.FromHours(1), out _));
    }

    [Fact]
    [Trait("Req", "A15")]
    public void A_ticket_with_one_changed_letter_is_none()
    {
        var ticket = tickets.Mint(Seat, FakeClock.Start);
        var middle = ticket.Length / 2;
        var changed = ticket[..middle] + (ticket[middle] == 'A' ? 'B' : 'A') + ticket[(middle + 1)..];

        Assert.False(tickets.TryRead(changed, FakeClock.Start, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ticket")]
    [InlineData("ÿ\0")]
    public void Rubbish_is_no_ticket(string rubbish) => Assert.False(tickets.TryRead(rubbish, FakeClock.Start, out _));

    [Fact]
    [Trait("Req", "A15")]
    public void A_ticket_of_another_portal_is_none()
    {
        var elsewhere = new DirectTickets(new EphemeralDataProtectionProvider());

        Assert.False(tickets.TryRead(elsewhere.Mint(Seat, FakeClock.Start), FakeClock.Start, out _));
    }
}
