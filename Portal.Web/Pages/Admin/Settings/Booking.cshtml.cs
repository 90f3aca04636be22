using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Organizations;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class BookingModel(FindBookingSettings find, ChangeBookingSettings change) : PageModel
{
    [BindProperty]
    public BookingSettingsInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) =>
        Input = BookingSettingsInput.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Input.Read() is { } settings)
        {
            var outcome = await change.RunAsync(new ChangeBookingSettingsRequest(HttpContext.Member(), settings), ct);
            if (outcome is not ChangeBookingSettingsOutcome.Refused refused)
            {
                new PageNotice("success", "Saved.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Admin/Settings/Booking")!);
            }

            foreach (var problem in refused.Problems)
                Say(problem);
        }

        foreach (var (field, words) in Input.Unreadable())
            ModelState.AddModelError($"Input.{field}", words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Say(BookingSettingsProblem problem)
    {
        var (field, words) = problem switch
        {
            BookingSettingsProblem.HoldLengthOutOfRange => (nameof(Input.HoldMinutes), "Take 1 to 30 minutes."),
            BookingSettingsProblem.CurrencyMalformed => (nameof(Input.Currency), "Take the three letters of a currency, like EUR."),
            BookingSettingsProblem.LowestPriceOutOfRange => (nameof(Input.LowestPrice), "Take 0 or more, and not over a million."),
            BookingSettingsProblem.HighestPriceBelowLowest => (nameof(Input.HighestPrice), "The highest price is below the lowest."),
            BookingSettingsProblem.TooManyReminders => (nameof(Input.Reminders), $"Take {Reminders.Most} at most."),
            BookingSettingsProblem.ReminderOutOfRange => (nameof(Input.Reminders), "Take 5 minutes to 30 days for each."),
            BookingSettingsProblem.ReminderTwice => (nameof(Input.Reminders), "Two of them are the same."),
            _ => (nameof(Input.HighestPrice), "Take more than 0, and not over a million."),
        };
        ModelState.AddModelError($"Input.{field}", words);
    }
}
