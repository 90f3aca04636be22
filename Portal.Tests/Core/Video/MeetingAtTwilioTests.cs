using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Twilio;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Http;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Core.Video;

/// <summary>A meeting that has begun, of an organisation whose provider is Twilio, at a fake that also misbehaves.</summary>
public abstract class MeetingAtTwilioTests : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    protected const string Start = "2026-01-06T10:00";

    private readonly OutgoingCalls outgoing = new();

    internal FakeTwilio Twilio { get; } = new();

    protected List<string> Told { get; } = [];

    protected World World { get; }

    protected Organization Acme { get; private set; } = null!;

    protected PortalUser Host { get; private set; } = null!;

    protected MeetingType Type { get; private set; } = null!;

    protected BookedMeeting Meeting { get; private set; } = null!;

    protected CurrentMember Admin => new(Host.Id, "Ada", Acme.Id, Acme.Slug, Acme.Name, World.Berlin, true, MemberRole.Admin);

    protected MeetingAtTwilioTests(SqliteDatabase database)
    {
        outgoing.Allow(Twilio.Address);
        World = new World(database, services => services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Video:Twilio:ApiUrl"] = Twilio.Address.AbsoluteUri,
                ["Video:AttemptTimeout"] = "00:00:00.400",
            }).Build())
            .AddPortalVideo()
            .AddSingleton<ICallPages>(new RecordedPages(Told))
            .AddSingleton<IHttpMessageHandlerBuilderFilter>(outgoing));
    }

    public async Task InitializeAsync()
    {
        Acme = await World.AddOrganizationAsync(true);
        Host = await World.AddHostAsync(Acme);
        Type = await World.AddMeetingTypeAsync(Acme, [Host]);
        Meeting = await World.BookAsync(Type, Start);
        World.Clock.Set(World.At(Start));
        await SaveAccountAsync();
        await ChooseAsync(TwilioRegistration.ProviderId);
    }

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        await Twilio.DisposeAsync();
        outgoing.ThrowIfUnexpected();
    }

    protected async Task<JoinCallOutcome.Granted> LaunchAsync() => Assert.IsType<JoinCallOutcome.Granted>(
        await World.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(Meeting.Id, new CallCaller(Host.Id, [])), default)));

    protected Task<VideoSettings> SettingsAsync() => World.RunAsync((FindVideoSettings find) => find.RunAsync(Acme.Id, default));

    protected Task<ChangeVideoSettingsOutcome> ChooseAsync(string provider, bool records = false) =>
        World.RunAsync((ChangeVideoSettings change) => change.RunAsync(new(Admin, provider, records), default));

    protected Task<SaveVideoAccountOutcome> SaveAccountAsync(params (string Key, string? Value)[] changes)
    {
        var values = FakeTwilio.Account.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var (key, value) in changes)
            values[key] = value;
        return World.RunAsync((SaveVideoAccount save) => save.RunAsync(new(Admin, TwilioRegistration.ProviderId, values), default));
    }
}
