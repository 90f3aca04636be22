using Portal.Core.Bookings;

namespace Portal.Web.Pages.Shared;

/// <summary>What a visitor's device check found, for the host.</summary>
internal static class DeviceWords
{
    public static (string Icon, string Text) Of(DeviceState? camera, DeviceState? microphone, NetworkPath? network)
    {
        var (icon, devices) = (camera, microphone) switch
        {
            (null, null) => ("circle-question-mark", "Camera and microphone not tried yet"),
            (DeviceState.Works, DeviceState.Works) => ("circle-check", "Camera and microphone work"),
            _ => ("triangle-alert", $"Camera {WordOf(camera)}, microphone {WordOf(microphone)}"),
        };
        return network switch
        {
            NetworkPath.Direct => (icon, $"{devices}, network open"),
            NetworkPath.Relayed => (icon, $"{devices}, network over the relay"),
            NetworkPath.Blocked => ("triangle-alert", $"{devices}, network blocks calls"),
            _ => (icon, devices),
        };
    }

    private static string WordOf(DeviceState? state) => state switch
    {
        DeviceState.Works => "works",
        DeviceState.Denied => "is blocked in the browser",
        DeviceState.Missing => "is missing",
        DeviceState.Busy => "is used by another program",
        DeviceState.Gone => "was unplugged",
        DeviceState.Insecure => "needs a secure address",
        _ => "not tried yet",
    };
}
