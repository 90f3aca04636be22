using Portal.Core.Video;
using Portal.Tests.Support;

namespace Portal.Tests.Providers;

/// <summary>What every video provider keeps to, whoever it is.</summary>
public abstract class VideoProviderContract
{
    protected const string Name = "m-0123456789abcdef0123456789abcdef";

    protected static readonly Guid Vera = Guid.Parse("aaaaaaaa-0000-0000-0000-000000000001");
    protected static readonly Guid Mara = Guid.Parse("bbbbbbbb-0000-0000-0000-000000000002");

    protected abstract IVideoProvider Provider { get; }

    [Fact]
    public async Task A_room_asked_for_twice_is_one_room()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();

        Assert.Equal(first, second);
        Assert.Equal(Name, first.Name);
    }

    [Fact]
    public async Task A_room_asked_for_by_many_at_once_is_one_room()
    {
        var rooms = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        Assert.Single(rooms.Distinct());
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task Who_is_connected_is_listed_by_the_identity_of_their_ticket()
    {
        var room = await OpenAsync();
        Assert.Empty(await Provider.ListParticipantsAsync(room, default));

        await ConnectAsync(room, Vera);
        await ConnectAsync(room, Mara);

        var people = await Provider.ListParticipantsAsync(room, default);
        Assert.Equal([RoomSeat.IdentityOf(Vera), RoomSeat.IdentityOf(Mara)], people.Select(person => person.Identity).Order());
        Assert.All(people, person => Assert.NotNull(person.JoinedAt));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Somebody_removed_is_gone_and_nobody_else()
    {
        var room = await OpenAsync();
        await ConnectAsync(room, Vera);
        await ConnectAsync(room, Mara);

        await Provider.RemoveParticipantAsync(room, Vera, default);
        await Provider.RemoveParticipantAsync(room, Vera, default);

        Assert.Equal([RoomSeat.IdentityOf(Mara)], (await Provider.ListParticipantsAsync(room, default)).Select(person => person.Identity));
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task Nobody_is_left_in_a_room_that_ended_and_ending_it_again_is_no_error()
    {
        var room = await OpenAsync();
        await ConnectAsync(room, Vera);

        await Provider.EndRoomAsync(room, default);
        await Provider.EndRoomAsync(room, default);

        Assert.Empty(await Provider.ListParticipantsAsync(room, default));
    }

    [Fact]
    public async Task A_room_nobody_knows_has_nobody_in_it_and_can_be_ended()
    {
        var unknown = new ProviderRoom("m-unknown", "RM00000000000000000000000000000009");

        Assert.Empty(await Provider.ListParticipantsAsync(unknown, default));
        await Provider.RemoveParticipantAsync(unknown, Vera, default);
        await Provider.EndRoomAsync(unknown, default);
    }

    [Fact]
    [Trait("Req", "A15")]
    public async Task Two_people_get_two_tickets_for_one_room()
    {
        var room = await OpenAsync();

        Assert.NotEqual(TicketFor(room, Vera), TicketFor(room, Mara));
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task Recording_is_started_and_stopped_where_the_provider_can_and_refused_where_it_cannot()
    {
        var room = await OpenAsync();
        if (!Provider.Capabilities.Records)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => Provider.StartRecordingAsync(room, default));
            return;
        }

        var id = await Provider.StartRecordingAsync(room, default);
        Assert.True(IsRecording);
        await Provider.StopRecordingAsync(room, id, default);
        Assert.False(IsRecording);
        if (id is not null)
            await Provider.StopRecordingAsync(room, id, default);
    }

    [Fact]
    public Task Trying_a_good_account_finds_nothing_wrong() => Provider.TryAccountAsync(default);

    protected virtual bool IsRecording => false;

    protected Task<ProviderRoom> OpenAsync() => Provider.OpenRoomAsync(new RoomOrder(Name, new Uri("https://portal.example.test/webhooks/x")), default);

    protected string TicketFor(ProviderRoom room, Guid participant) =>
        Provider.CreateTicket(room, new RoomSeat(room.Name, Guid.Empty, participant, "Vera Visitor", false), FakeClock.Start);

    /// <summary>As a browser with a ticket of theirs would be.</summary>
    protected abstract Task ConnectAsync(ProviderRoom room, Guid participant);
}
