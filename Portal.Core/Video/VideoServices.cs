using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Core.Outgoing;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Http;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Recording;
using Portal.Core.Video.Rooms;
using Portal.Core.Video.Twilio;

namespace Portal.Core.Video;

public static class VideoServices
{
    /// <summary>Longer than all tries of one request together.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    /// <summary>Registers the call's use cases and the providers, one line each; <see cref="ICallPages"/> is the web's.</summary>
    public static IServiceCollection AddPortalVideo(this IServiceCollection services)
    {
        services.AddOptions<VideoOptions>().BindConfiguration(VideoOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VideoOptions>, ValidateVideoOptions>();
        services.AddVideoProvider(DirectRegistration.Kind);
        services.AddVideoProvider(TwilioRegistration.Kind);
        services.AddVideoProvider(LiveKitRegistration.Kind);
        services.AddOptions<OutgoingOptions>().BindConfiguration(OutgoingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutgoingOptions>, ValidateOutgoingOptions>();
        services.AddSingleton<OutgoingGuard>();
        services.AddSingleton<ProviderCalls>();
        services.AddTransient<ResilientHandler>();
        services.AddScoped<VideoProviders>();
        services.AddScoped<VideoAccounts>();
        services.AddSingleton<DirectRooms>();
        services.AddSingleton<CallPost>();
        services.AddSingleton<DirectTickets>();
        services.AddSingleton<IceServers>();
        services.AddSingleton<CheckServers>();
        services.AddSingleton<DirectVideoProvider>();
        services.AddScoped<FindVideoSettings>();
        services.AddScoped<ChangeVideoSettings>();
        services.AddScoped<SaveVideoAccount>();
        services.AddScoped<RemoveVideoAccount>();
        services.AddScoped<TryVideoAccount>();
        services.AddScoped<ListVideoChoices>();
        services.AddScoped<MeetingRooms>();
        services.AddScoped<CloseRoom>();
        services.AddScoped<SettleRoom>();
        services.AddScoped<HearProvider>();
        services.AddScoped<ReconcileRooms>();
        services.AddScoped<SwitchRecording>();
        services.AddScoped<FindCall>();
        services.AddScoped<FindPeopleInCall>();
        services.AddScoped<LaunchMeeting>();
        services.AddScoped<RefreshJoinTicket>();
        services.AddScoped<GiveSeatTicket>();
        services.AddScoped<EnterCall>();
        services.AddScoped<LeaveCall>();
        services.AddScoped<LoseConnection>();
        services.AddScoped<RemoveParticipant>();
        services.AddScoped<EndMeeting>();
        services.AddScoped<NoteRecording>();
        services.AddScoped<CloseOverdueMeetings>();
        services.AddScoped<ClearGoneSeats>();
        return services;
    }

    private static void AddVideoProvider(this IServiceCollection services, VideoProviderKind kind)
    {
        services.AddSingleton(kind);
        // credentials go to the address that was typed and to no other
        services.AddHttpClient(VideoClients.OfOperator(kind.Id), http => http.Timeout = LongestCall)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
            .AddHttpMessageHandler<ResilientHandler>();
        services.AddHttpClient(VideoClients.OfOrganization(kind.Id), http => http.Timeout = LongestCall)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<OutgoingGuard>().CreateHandler())
            .AddHttpMessageHandler<ResilientHandler>();
    }
}
