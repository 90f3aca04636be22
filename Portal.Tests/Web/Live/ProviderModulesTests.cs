using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>
/// The browser's modules of providers nobody can reach from here: how they turn a library's events into the page's, shown with a
/// library that behaves like it, and what a page says when the real one cannot connect.
/// </summary>
[Trait("Req", "D7")]
[Collection(Browser.CallCollection)]
public sealed class ProviderModulesTests(Browser browser, ProviderCalls calls) : CallScene(browser, calls.App), IClassFixture<ProviderCalls>
{
    private const string Vera = "aaaaaaaa-0000-0000-0000-000000000001";

    /// <summary>A page that notes what a module says, and two tracks nobody has to capture.</summary>
    private const string Notes = """
        const said = [];
        const on = new Proxy({}, { get: (_, name) => (...words) => said.push([name, ...words.map(word => word instanceof MediaStreamTrack ? word.kind : word instanceof Error ? word.message : word)]) });
        const seat = { who: async id => ({ id, name: 'Vera Visitor', isStaff: false, joinedAt: 1000 }) };
        const picture = document.createElement('canvas').captureStream(1).getVideoTracks()[0];
        const sound = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
        class Speaker {
          #hears = new Map();
          on(name, act) { this.#hears.set(name, [...this.#hears.get(name) ?? [], act]); return this; }
          emit(name, ...words) { for (const act of this.#hears.get(name) ?? []) act(...words); }
        }
        const settle = () => new Promise(done => setTimeout(done, 50));
        """;

    [Fact]
    public async Task Twilio_s_events_become_the_page_s()
    {
        var said = await RunAsync(Notes + """
            const { createCall } = await import('/js/call/twilio.js');
            const vera = Object.assign(new Speaker(), { sid: 'PA1', identity: 'aaaaaaaa000000000000000000000001', tracks: new Map() });
            const published = [];
            const room = Object.assign(new Speaker(), {
              state: 'connected', participants: new Map(),
              localParticipant: { networkQualityLevel: 3, publishTrack: async track => { published.push(track.options.name); }, unpublishTrack: track => published.push(`-${track.options.name}`) },
              getStats: async () => [], disconnect() { this.state = 'disconnected'; },
            });
            class Local { constructor(mediaStreamTrack, options) { Object.assign(this, { mediaStreamTrack, options }); } enable() { published.push('on'); } disable() { published.push('off'); } }
            const connects = [];
            const library = { LocalAudioTrack: Local, LocalVideoTrack: Local, connect: async (token, options) => { connects.push([token.split('.')[2], options.name]); return room; } };
            const launched = [];
            const launch = async () => { launched.push(1); return { token: `x.${btoa(JSON.stringify({ grants: { video: { room: 'RM1' } } }))}.${launched.length}` }; };
            const call = createCall({ launch, seat, on, library });
            await call.connect({ audio: sound, video: picture });
            room.participants.set('PA1', vera);
            room.emit('participantConnected', vera);
            await settle();
            const publication = { kind: 'video', trackName: 'camera', isTrackEnabled: true };
            vera.tracks.set('T1', publication);
            room.emit('trackSubscribed', { mediaStreamTrack: picture }, publication, vera);
            vera.emit('trackEnabled');
            room.emit('dominantSpeakerChanged', vera);
            room.emit('reconnecting');
            room.emit('reconnected');
            call.toggle('mic', false);
            await call.share(picture.clone());
            const stats = await call.stats();
            await call.share(null);
            await room.emit('disconnected', room, { code: 20104 });
            await settle();
            room.emit('participantDisconnected', vera);
            room.emit('disconnected', room, { code: 53205 });
            return { said, published, connects, level: stats.level, launched: launched.length };
            """);

        Assert.Equal(["RM1", "RM1"], said.GetProperty("connects").EnumerateArray().Select(one => one[1].GetString()));
        Assert.Equal(2, said.GetProperty("launched").GetInt32());
        Assert.Equal("fair", said.GetProperty("level").GetString());
        Assert.Equal("audio video off screen -screen audio video", Words(said.GetProperty("published")));
        var events = Events(said);
        Assert.Equal("connecting connected reconnecting connected reconnecting connected ended", States(said));
        Assert.Contains($"""["joined",{"{"}"id":"{Vera}","name":"Vera Visitor","isStaff":false,"joinedAt":1000{"}"}]""", events);
        Assert.Contains($"""["track","{Vera}","camera","video"]""", events);
        Assert.Contains($"""["media","{Vera}",{"{"}"mic":false,"cam":true,"sharing":false{"}"}]""", events);
        Assert.Contains($"""["speaking","{Vera}"]""", events);
        Assert.Contains($"""["left","{Vera}"]""", events);
        Assert.Contains("""["state","ended","elsewhere"]""", events);
    }

    [Fact]
    public async Task LiveKit_s_events_become_the_page_s()
    {
        var said = await RunAsync(Notes + """
            const { createCall } = await import('/js/call/livekit.js');
            const vera = { identity: 'aaaaaaaa000000000000000000000001', name: 'Vera', connectionQuality: 'good', trackPublications: new Map() };
            const published = [];
            const rooms = [];
            class Room extends Speaker {
              state = 'connected'; remoteParticipants = new Map();
              localParticipant = {
                connectionQuality: 'poor', publishTrack: async (track, options) => { published.push(options.source); }, unpublishTrack: async () => { published.push('-'); },
                getTrackPublication: () => ({ mute() { published.push('off'); }, unmute() { published.push('on'); } }),
              };
              constructor() { super(); rooms.push(this); }
              async connect(url, token) { this.went = [url, token]; }
              async disconnect() { this.state = 'disconnected'; }
            }
            const call = createCall({ launch: async () => ({ token: `ticket-${rooms.length}` }), seat, on, library: { Room }, url: 'wss://livekit.example' });
            await call.connect({ audio: sound, video: picture });
            const room = rooms[0];
            room.remoteParticipants.set(vera.identity, vera);
            room.emit('participantConnected', vera);
            await settle();
            const publication = { source: 'camera', isMuted: false };
            vera.trackPublications.set('T1', publication);
            room.emit('trackSubscribed', { mediaStreamTrack: picture }, publication, vera);
            room.emit('trackUnmuted', publication, vera);
            room.emit('activeSpeakersChanged', [room.localParticipant, vera]);
            room.emit('reconnecting');
            room.emit('reconnected');
            call.toggle('mic', false);
            await call.share(picture.clone());
            const stats = await call.stats();
            await call.share(null);
            room.emit('disconnected', 14);
            await settle();
            rooms[1].emit('participantDisconnected', vera);
            rooms[1].emit('disconnected', 4);
            return { said, published, went: rooms.map(one => one.went.join(' ')), level: stats.level };
            """);

        Assert.Equal("wss://livekit.example ticket-1 wss://livekit.example ticket-2", Words(said.GetProperty("went")));
        Assert.Equal("poor", said.GetProperty("level").GetString());
        Assert.Equal("microphone camera off screen_share - microphone camera", Words(said.GetProperty("published")));
        var events = Events(said);
        Assert.Equal("connecting connected reconnecting connected reconnecting connected ended", States(said));
        Assert.Contains($"""["joined",{"{"}"id":"{Vera}","name":"Vera Visitor","isStaff":false,"joinedAt":1000{"}"}]""", events);
        Assert.Contains($"""["track","{Vera}","camera","video"]""", events);
        Assert.Contains($"""["media","{Vera}",{"{"}"mic":false,"cam":true,"sharing":false{"}"}]""", events);
        Assert.Contains($"""["speaking","{Vera}"]""", events);
        Assert.Contains($"""["left","{Vera}"]""", events);
        Assert.Contains("""["state","ended","removed"]""", events);
    }

    [Fact]
    [Trait("Req", "D9")]
    public async Task A_server_the_real_library_cannot_connect_to_leaves_the_person_with_words_and_a_way_to_try_again()
    {
        await calls.ChooseAsync("livekit");
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        await using var host = await OpenLobbyAsHostAsync(meeting);

        host.Expect(calls.LiveKit.Address.Authority);
        await host.Page.Locator("[data-join]").ClickAsync();

        await Assertions.Expect(host.Page.Locator("[data-join-error]")).ToContainTextAsync("cannot be reached", new() { Timeout = 40_000 });
        await Assertions.Expect(host.Page.Locator("[data-join]")).ToBeEnabledAsync();
        Assert.Contains(calls.LiveKit.Requests, request => request.Contains("/rtc", StringComparison.Ordinal));
    }

    private async Task<JsonElement> RunAsync(string script)
    {
        await using var person = await OpenAsync(App.Address);
        await person.Page.GotoAsync("/account/sign-in");
        return JsonDocument.Parse(await person.Page.EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {script} }})())")).RootElement;
    }

    private static string Words(JsonElement list) => string.Join(' ', list.EnumerateArray().Select(word => word.GetString()));

    private static List<string> Events(JsonElement said) => [.. said.GetProperty("said").EnumerateArray().Select(one => one.GetRawText())];

    private static string States(JsonElement said) => string.Join(
        ' ', said.GetProperty("said").EnumerateArray().Where(one => one[0].GetString() == "state").Select(one => one[1].GetString()));
}
