using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Web.Pages.Admin.Settings;

/// <summary>The settings as they are typed.</summary>
public sealed class DoorSettingsInput
{
    public bool Enabled { get; set; }

    public bool Chat { get; set; }

    public string? AskAgainMinutes { get; set; }

    public string? LateHostMinutes { get; set; }

    public static DoorSettingsInput Of(DoorSettings settings) => new()
    {
        Enabled = settings.WaitingRoomEnabled,
        Chat = settings.ChatAtTheDoor,
        AskAgainMinutes = Written(settings.AskAgainAfter),
        LateHostMinutes = Written(settings.LateHostAfter),
    };

    /// <returns>Null when something is no number; <paramref name="problems"/> says what.</returns>
    public DoorSettings? Read(ModelStateDictionary problems)
    {
        var late = Minutes(LateHostMinutes, nameof(LateHostMinutes), problems);
        var again = Minutes(AskAgainMinutes, nameof(AskAgainMinutes), problems);
        return late is null || again is null ? null : new DoorSettings(Enabled, late.Value, again.Value, Chat);
    }

    public static (string Field, string Words) WordsOf(DoorSettingsProblem problem) => problem == DoorSettingsProblem.LateHostAfterOutOfRange
        ? (nameof(LateHostMinutes), "Take 1 to 60 minutes.")
        : (nameof(AskAgainMinutes), "Take 0 to 60 minutes.");

    private static Duration? Minutes(string? text, string field, ModelStateDictionary problems)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 10_000)
            return Duration.FromMinutes(minutes);
        problems.AddModelError($"Input.{field}", "Write a whole number of minutes.");
        return null;
    }

    private static string Written(Duration duration) => ((int)duration.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
