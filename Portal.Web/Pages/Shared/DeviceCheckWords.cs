using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>What a device check found, in a line.</summary>
internal static class DeviceCheckWords
{
    /// <returns>Null when nothing was tried.</returns>
    public static string? Of(DeviceCheck? check, Instant now, DateTimeZone zone)
    {
        if (check?.At is not { } at)
            return null;
        string?[] parts =
        [
            Device("camera", check.Camera), Device("microphone", check.Microphone),
            check.SpeakerHeard switch { true => "speaker heard", false => "speaker not heard", null => null },
            check.Network switch
            {
                NetworkPath.Direct => "network open",
                NetworkPath.Relayed => "network over the relay",
                NetworkPath.Blocked => "network blocks calls",
                _ => null,
            },
        ];
        var local = at.InZone(zone);
        var words = string.Join(", ", parts.OfType<string>().Append($"checked {MeetingTime.Day(local.Date, now.InZone(zone).Date)}, {MeetingTime.Clock(local.TimeOfDay)}"));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string? Device(string name, DeviceState? state) => state switch
    {
        null => null,
        DeviceState.Works => $"{name} works",
        DeviceState.Denied => $"{name} blocked in the browser",
        DeviceState.Missing => $"no {name}",
        DeviceState.Busy => $"{name} used by another program",
        DeviceState.Gone => $"{name} unplugged",
        _ => $"{name} needs a secure address",
    };
}
