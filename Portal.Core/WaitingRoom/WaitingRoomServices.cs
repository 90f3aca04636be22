using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Chat;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

internal static class WaitingRoomServices
{
    /// <summary>The visitor's side of the door, and what keeps it in memory.</summary>
    public static IServiceCollection AddWaitingRoom(this IServiceCollection services)
    {
        services.AddSingleton<Doors>();
        services.AddSingleton<DoorBell>();
        services.AddSingleton<SignsOfLife>();
        services.ConfigureDbContext<SqlitePortalDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<DoorBell>()));
        services.ConfigureDbContext<PostgresPortalDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<DoorBell>()));
        services.AddScoped<ReadDoor>();
        services.AddScoped<KeepSignsOfLife>();
        services.AddScoped<FindWaitingPlace>();
        services.AddScoped<FindVisitorInMeeting>();
        services.AddScoped<BindBrowser>();
        services.AddScoped<AskForCode>();
        services.AddScoped<ShowCode>();
        services.AddScoped<SayAtTheDoor>();
        services.AddScoped<ListDoorChat>();
        return services;
    }
}
