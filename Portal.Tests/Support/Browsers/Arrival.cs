using System.Diagnostics;
using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

internal static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Opens a page and waits for the scripts it fetches when it has been painted.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("template[data-late]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>
    /// Waits until the address is the one that is meant, and loaded. Playwright's own <c>WaitForURLAsync</c> looks once and
    /// then listens: a change between the two it waits for in vain.
    /// </summary>
    public static async Task ComeToAsync(this IPage page, Func<Uri, bool> isThere)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isThere(new Uri(page.Url)))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"The page stays at {page.Url}.");
            await Task.Delay(20);
        }

        await page.WaitForLoadStateAsync();
    }
}
