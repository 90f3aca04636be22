using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Core.Video;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Providers;

public sealed class DirectVideoProviderTests : VideoProviderContract, IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private readonly World world;

    public DirectVideoProviderTests(SqliteDatabase database)
    {
        world = new World(database, services => services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddPortalVideo()
            .AddSingleton<ICallPages>(new RecordedPages([])));
        Provider = world.RunAsync((DirectVideoProvider provider) => Task.FromResult(provider)).GetAwaiter().GetResult();
    }

    protected override IVideoProvider Provider { get; }

    public Task InitializeAsync() => Provider.EndRoomAsync(new ProviderRoom(Name, Name), default);

    public async Task DisposeAsync() => await world.DisposeAsync();

    protected override Task ConnectAsync(ProviderRoom room, Guid participant) => world.RunAsync((DirectRooms rooms) => rooms.TakeAsync(
        new RoomSeat(room.Name, Guid.Empty, participant, "Vera Visitor", false), participant.ToString("N"), "page", new MediaState(true, true, false), default));
}
