using Portal.Core.Video;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Providers;

/// <summary>What every provider with a server of its own keeps to while that server misbehaves (R9).</summary>
public abstract class RemoteProviderContract : VideoProviderContract
{
    protected abstract FakeServer Server { get; }

    /// <summary>How many rooms there are, running or not.</summary>
    protected abstract int RoomsMade { get; }

    [Theory]
    [InlineData(Trouble.Breaks)]
    [InlineData(Trouble.IsBusy)]
    [InlineData(Trouble.Hangs)]
    [InlineData(Trouble.CutsTheLine)]
    [Trait("Promise", "R9")]
    public async Task A_server_that_stumbles_once_gives_one_room_all_the_same(Trouble trouble)
    {
        Server.Expect(trouble);

        Assert.Equal(Name, (await OpenAsync()).Name);
        Assert.Equal(1, RoomsMade);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_server_that_cuts_the_line_at_every_first_answer_makes_no_second_room()
    {
        Server.Expect(Trouble.CutsTheLine, Trouble.CutsTheLine);
        await OpenAsync();
        await OpenAsync();

        Assert.Equal(1, RoomsMade);
    }

    [Theory]
    [InlineData(Trouble.Breaks, VideoFault.Busy)]
    [InlineData(Trouble.Hangs, VideoFault.Unreachable)]
    [Trait("Promise", "R9")]
    public async Task A_server_that_stays_down_is_given_up_after_three_tries_with_a_word_that_says_so(Trouble trouble, VideoFault fault)
    {
        Server.Expect(Enumerable.Repeat(trouble, 3));

        var failed = await Assert.ThrowsAsync<VideoProviderException>(() => Provider.TryAccountAsync(default));

        Assert.Equal(fault, failed.Fault);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_server_that_asks_for_more_patience_than_a_call_has_is_asked_once()
    {
        Server.Expect(Trouble.IsBusyForLong);

        var failed = await Assert.ThrowsAsync<VideoProviderException>(() => Provider.TryAccountAsync(default));

        Assert.Equal(VideoFault.Busy, failed.Fault);
        Assert.Single(Server.Requests);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task Retry_After_is_obeyed()
    {
        Server.Expect(Trouble.IsBusy);
        var began = System.Diagnostics.Stopwatch.StartNew();

        await Provider.TryAccountAsync(default);

        Assert.InRange(began.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task An_answer_nobody_understands_is_said_to_be_one()
    {
        Server.Expect(Trouble.Babbles);

        Assert.Equal(VideoFault.Incomprehensible, (await Assert.ThrowsAsync<VideoProviderException>(OpenAsync)).Fault);
    }

    [Fact]
    public async Task A_wrong_secret_is_found_by_trying_and_named_without_being_shown()
    {
        var failed = await Assert.ThrowsAsync<VideoProviderException>(() => WithWrongSecret().TryAccountAsync(default));

        Assert.Equal(VideoFault.AccountRefused, failed.Fault);
        Assert.DoesNotContain(WrongSecret, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task After_many_failures_the_server_is_left_alone_for_a_while()
    {
        Server.Expect(Enumerable.Repeat(Trouble.Breaks, 30));
        for (var i = 0; i < 5; i++)
            await Assert.ThrowsAsync<VideoProviderException>(() => Provider.TryAccountAsync(default));
        var asked = Server.Requests.Count;

        var failed = await Assert.ThrowsAsync<VideoProviderException>(() => Provider.TryAccountAsync(default));

        Assert.Equal(VideoFault.Unreachable, failed.Fault);
        Assert.Equal(asked, Server.Requests.Count);
        Assert.InRange(asked, 10, 14);
    }

    protected const string WrongSecret = "ffffffffffffffffffffffffffffffff";

    protected abstract IVideoProvider WithWrongSecret();
}
