using System.Diagnostics;
using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

internal static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Opens a page, moves the pointer over it, and waits for the scripts it fetches when it has been painted or touched.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        // from one place to another: a pointer that rests is no sign of anybody
        await page.Mouse.MoveAsync(1, 1);
        await page.Mouse.MoveAsync(2, 2);
        await page.HasScriptsAsync();
    }

    /// <summary>Waits until the scripts of a page that fetches them late have run.</summary>
    public static Task HasScriptsAsync(this IPage page) => page.WaitForFunctionAsync(
        "() => !document.querySelector('template[data-late]')?.content.querySelector('script') && !document.head.querySelector('script')");

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
