using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

/// <summary>What holds for every page in every state.</summary>
public static class Looks
{
    /// <summary>Names a folder: then each state looked at leaves its pictures there, on a phone and a desktop, light and dark.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PORTAL_TEST_PICTURES");

    /// <summary>No barrier that axe finds, and nothing that scrolls sideways.</summary>
    /// <param name="state">What is seen, in words; names the pictures.</param>
    public static async Task LooksRightAsync(this IPage page, string state)
    {
        var barriers = await page.AxeAsync();
        Assert.True(barriers.Count == 0, $"{state}: {string.Join(Environment.NewLine, barriers)}");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{state} scrolls sideways at {page.ViewportSize!.Width} px.");
        if (Folder is not null)
            await TakePicturesAsync(page, state);
    }

    private static async Task TakePicturesAsync(IPage page, string state)
    {
        var (name, was) = (string.Concat(state.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-'), page.ViewportSize!);
        foreach (var (width, height) in new[] { (390, 844), (1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{width}-{colours}.png".ToLowerInvariant()), FullPage = true });
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(was.Width, was.Height);
    }
}
