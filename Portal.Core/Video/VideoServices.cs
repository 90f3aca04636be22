using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Core.Video.Direct;

namespace Portal.Core.Video;

public static class VideoServices
{
    /// <summary>Registers the call's use cases and the providers, one line each; <see cref="ICallPages"/> is the web's.</summary>
    public static IServiceCollection AddPortalVideo(this IServiceCollection services)
    {
        services.AddOptions<VideoOptions>().BindConfiguration(VideoOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VideoOptions>, ValidateVideoOptions>();
        services.AddSingleton<VideoProviders>();

        services.AddSingleton<DirectRooms>();
        services.AddSingleton<CallPost>();
        services.AddSingleton<DirectTickets>();
        services.AddSingleton<IceServers>();
        services.AddSingleton<IVideoProvider, DirectVideoProvider>();

        services.AddScoped<FindCall>();
        services.AddScoped<LaunchMeeting>();
        services.AddScoped<RefreshJoinTicket>();
        services.AddScoped<GiveSeatTicket>();
        services.AddScoped<EnterCall>();
        services.AddScoped<LeaveCall>();
        services.AddScoped<LoseConnection>();
        services.AddScoped<EndMeeting>();
        services.AddScoped<NoteRecording>();
        services.AddScoped<CloseOverdueMeetings>();
        services.AddScoped<ClearGoneSeats>();
        return services;
    }
}
