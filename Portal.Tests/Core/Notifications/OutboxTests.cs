using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

/// <summary>A world with an empty outbox, one host and one meeting type, and mail that goes nowhere.</summary>
public abstract class OutboxTests(PortalDatabase database) : IAsyncLifetime
{
    protected const string BaseUrl = "https://portal.test";

    protected const string VisitorEmail = "vera@visitor.test";

    private World? world;

    protected World World => world!;

    protected RecordingTransport Transport { get; } = new();

    protected Organization Acme { get; private set; } = null!;

    protected PortalUser Host { get; private set; } = null!;

    protected MeetingType IntroCall { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        world = new World(database, services => services
            .AddPortalNotifications(new MailOptions { From = "Acme Meetings <meetings@portal.test>" })
            .AddSingleton(Options.Create(new PortalOptions { BaseUrl = BaseUrl }))
            .AddSingleton<IMailTransport>(Transport));
        // delivery is for everybody: what other tests of the class left would come along
        await World.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        await World.ChangeAsync(async db => (await db.Organizations.ToListAsync()).ForEach(other => other.Reminders = []));
        Acme = await World.AddOrganizationAsync();
        Host = await World.AddHostAsync(Acme, "Hanna");
        IntroCall = await World.AddMeetingTypeAsync(Acme, [Host]);
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected Task<int> DeliverAsync(CancellationToken ct = default) => World.RunAsync((DeliverOutbox deliver) => deliver.RunAsync(ct));

    protected Task<List<OutboxMessage>> ListOutboxAsync() =>
        World.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync());

    protected async Task<OutboxMessage> FindForVisitorAsync(BookedMeeting meeting, string kind = "meeting_invitation") =>
        (await ListOutboxAsync()).Single(row => row.ParticipantId == meeting.VisitorId && row.Kind == kind);
}
