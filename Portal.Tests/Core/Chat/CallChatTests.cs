using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Chat;
using Portal.Core.Persistence;
using Portal.Core.Video;
using Portal.Tests.Core.Video;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Chat;

[Trait("Req", "D10")]
public abstract class CallChatTests(PortalDatabase database) : CallTests(database)
{
    [Fact]
    public async Task What_is_written_is_kept_with_the_booking_and_read_in_its_order()
    {
        var (host, visitor) = await MeetAsync();

        await SendAsync(visitor, "  Hello?\r\nAnybody there? ");
        await SendAsync(host, "Yes.");

        var lines = await ListAsync(host);
        Assert.Equal(["Hello?\nAnybody there?", "Yes."], lines.Select(line => line.Text));
        Assert.Equal((visitor.ParticipantId, false, World.Now.ToUnixTimeMilliseconds()), (lines[0].From!.Value, lines[0].IsStaff, lines[0].SaidAt));
        var details = await World.RunAsync((FindBookingDetails find) => find.RunAsync(Acme.Id, Meeting.Id, default));
        Assert.Equal([visitor.Name, host.Name], details!.Written.Select(line => line.Name));
    }

    [Fact]
    public async Task Where_the_organisation_does_not_keep_it_the_line_goes_out_and_nothing_stays()
    {
        var (_, visitor) = await MeetAsync();
        await World.RunAsync(async (PortalDbContext db) =>
        {
            (await db.Organizations.SingleAsync(organization => organization.Id == Acme.Id)).KeepsCallChat = false;
            return await db.SaveChangesAsync();
        });

        Assert.Equal("Hello", (await SendAsync(visitor, "Hello")).Text);

        Assert.Equal(0, await CountKeptAsync());
    }

    [Fact]
    public async Task A_visitor_reads_what_was_said_since_they_joined_and_staff_everything()
    {
        await AdmitAsync();
        var host = await JoinAsync(As(Host));
        await SendAsync(host, "Between us: a difficult case.");
        Wait(Duration.FromSeconds(1));
        var visitor = await JoinAsync(AsVisitor());
        Wait(Duration.FromSeconds(1));
        await SendAsync(host, "Welcome!");

        Assert.Equal(["Welcome!"], (await ListAsync(visitor)).Select(line => line.Text));
        Assert.Equal(2, (await ListAsync(await JoinAsync(As(Colleague)))).Count);
    }

    [Fact]
    public async Task What_is_said_at_the_door_is_not_read_in_the_call()
    {
        var (host, visitor) = await MeetAsync();
        await World.RunAsync(async (PortalDbContext db) =>
        {
            db.ChatMessages.Add(new ChatMessage
            {
                OrganizationId = Acme.Id,
                BookingId = Meeting.Id,
                AtDoorOf = visitor.ParticipantId,
                AuthorName = "Hanna",
                ByStaff = true,
                Text = "Two minutes.",
                SentAt = World.Now,
            });
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await ListAsync(host));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task Nothing_is_not_sent(string? text)
    {
        var (host, _) = await MeetAsync();

        Assert.IsType<SendChatMessageOutcome.Empty>(await World.RunAsync((SendChatMessage send) => send.RunAsync(host, text, default)));
    }

    [Fact]
    public async Task A_line_longer_than_the_longest_is_refused()
    {
        var (host, _) = await MeetAsync();
        var longest = new string('a', ChatMessage.LongestText);

        Assert.IsType<SendChatMessageOutcome.TooLong>(await World.RunAsync((SendChatMessage send) => send.RunAsync(host, longest + "a", default)));
        Assert.Equal(longest, (await SendAsync(host, longest)).Text);
    }

    private async Task<ChatLine> SendAsync(RoomSeat seat, string text) =>
        Assert.IsType<SendChatMessageOutcome.Sent>(await World.RunAsync((SendChatMessage send) => send.RunAsync(seat, text, default))).Line;

    private Task<IReadOnlyList<ChatLine>> ListAsync(RoomSeat seat) => World.RunAsync((ListChatMessages list) => list.RunAsync(seat, default));

    private Task<int> CountKeptAsync() => World.RunAsync((PortalDbContext db) => db.ChatMessages.CountAsync(message => message.BookingId == Meeting.Id));
}

public sealed class CallChatTests_on_Sqlite(SqliteDatabase database) : CallChatTests(database), IClassFixture<SqliteDatabase>;

public sealed class CallChatTests_on_Postgres(PostgresDatabase database) : CallChatTests(database), IClassFixture<PostgresDatabase>;
