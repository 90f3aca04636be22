using NodaTime;
using NodaTime.Text;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dashboard;

/// <summary>When a visitor is asked to come back, as a host types it: <c>14:20</c>.</summary>
internal static class ComeBackTime
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <returns>Null for what is no time.</returns>
    public static DeclineParticipantRequest? ReadDecline(DoorTyped typed, CurrentMember by, Instant now) =>
        TryRead(typed.ComeBack, by.Zone, now, out var back)
            ? new(by.OrganizationId, typed.ParticipantId, DoorTyped.Fit(typed.Reason), by.AsActor()) { ComeBackAt = back }
            : null;

    /// <param name="moment">The next such moment on the host's clock, late at night tomorrow's; null when nothing is typed.</param>
    /// <returns>False for what is no time.</returns>
    private static bool TryRead(string? text, DateTimeZone zone, Instant now, out Instant? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (Minute.Parse(text.Trim()) is not { Success: true, Value: var time })
            return false;
        var here = now.InZone(zone);
        var day = time < here.TimeOfDay ? here.Date.PlusDays(1) : here.Date;
        moment = (day + time).InZoneLeniently(zone).ToInstant();
        return true;
    }
}
