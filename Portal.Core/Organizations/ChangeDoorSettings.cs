using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>Whoever comes to the door from now on meets the new settings; who waits already goes on waiting.</summary>
public sealed class ChangeDoorSettings(PortalDbContext db, IClock clock)
{
    public static readonly Duration ShortestLateHostAfter = Duration.FromMinutes(1);
    public static readonly Duration LongestLateHostAfter = Duration.FromMinutes(60);
    public static readonly Duration LongestAskAgainAfter = Duration.FromMinutes(60);

    /// <returns>What cannot be taken, and then nothing was changed; empty when everything was.</returns>
    public async Task<IReadOnlyList<DoorSettingsProblem>> RunAsync(ChangeDoorSettingsRequest request, CancellationToken ct)
    {
        var settings = request.Settings;
        if (ProblemsOf(settings).ToList() is { Count: > 0 } problems)
            return problems;
        await db.ChangeSettingsAsync(request.By, "organization.door_changed", clock.GetCurrentInstant(), organization =>
        {
            (organization.WaitingRoomEnabled, organization.ChatAtTheDoor) = (settings.WaitingRoomEnabled, settings.ChatAtTheDoor);
            (organization.LateHostAfter, organization.AskAgainAfter) = (settings.LateHostAfter, settings.AskAgainAfter);
        }, ct);
        return [];
    }

    private static IEnumerable<DoorSettingsProblem> ProblemsOf(DoorSettings settings)
    {
        if (settings.LateHostAfter < ShortestLateHostAfter || settings.LateHostAfter > LongestLateHostAfter)
            yield return DoorSettingsProblem.LateHostAfterOutOfRange;
        if (settings.AskAgainAfter < Duration.Zero || settings.AskAgainAfter > LongestAskAgainAfter)
            yield return DoorSettingsProblem.AskAgainAfterOutOfRange;
    }
}
