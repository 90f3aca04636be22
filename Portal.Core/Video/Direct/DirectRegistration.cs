using Microsoft.Extensions.DependencyInjection;

namespace Portal.Core.Video.Direct;

public static class DirectRegistration
{
    public static VideoCapabilities Capabilities { get; } = new(DirectRooms.Capacity, Records: false, Captions: false);

    public static VideoProviderKind Kind { get; } = new(
        DirectVideoProvider.ProviderId, "Direct", Capabilities, [], _ => VideoAccount.None,
        (services, _) => services.GetRequiredService<DirectVideoProvider>());
}
