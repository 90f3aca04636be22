using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

internal static class Arrival
{
    /// <summary>Opens a page and waits for the scripts it fetches when it has been painted.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("template[data-late]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
