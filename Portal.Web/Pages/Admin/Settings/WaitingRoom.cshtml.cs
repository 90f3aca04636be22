using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class WaitingRoomModel(FindDoorSettings find, ChangeDoorSettings change) : PageModel
{
    [BindProperty]
    public DoorInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) => Input = DoorInput.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var (late, again) = (Minutes(Input.LateHostMinutes), Minutes(Input.AskAgainMinutes));
        if (late is null)
            ModelState.AddModelError("Input.LateHostMinutes", "Write a whole number of minutes.");
        if (again is null)
            ModelState.AddModelError("Input.AskAgainMinutes", "Write a whole number of minutes.");
        if (late is null || again is null)
            return Refused();

        var settings = new DoorSettings(Input.Enabled, late.Value, again.Value, Input.Chat);
        if (await change.RunAsync(new ChangeDoorSettingsRequest(HttpContext.Member(), settings), ct) is ChangeDoorSettingsOutcome.Refused refused)
        {
            foreach (var problem in refused.Problems)
                Say(problem);
            return Refused();
        }

        new PageNotice("success", "Saved.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/Settings/WaitingRoom")!);
    }

    private void Say(DoorSettingsProblem problem) => ModelState.AddModelError(
        problem == DoorSettingsProblem.LateHostAfterOutOfRange ? "Input.LateHostMinutes" : "Input.AskAgainMinutes",
        problem == DoorSettingsProblem.LateHostAfterOutOfRange ? "Take 1 to 60 minutes." : "Take 0 to 60 minutes.");

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static Duration? Minutes(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 10_000 ? Duration.FromMinutes(minutes) : null;

    /// <summary>The settings as they are typed.</summary>
    public sealed class DoorInput
    {
        public bool Enabled { get; set; }

        public bool Chat { get; set; }

        public string? AskAgainMinutes { get; set; }

        public string? LateHostMinutes { get; set; }

        public static DoorInput Of(DoorSettings settings) => new()
        {
            Enabled = settings.WaitingRoomEnabled,
            Chat = settings.ChatAtTheDoor,
            AskAgainMinutes = Written(settings.AskAgainAfter),
            LateHostMinutes = Written(settings.LateHostAfter),
        };

        private static string Written(Duration duration) => ((int)duration.TotalMinutes).ToString(CultureInfo.InvariantCulture);
    }
}
