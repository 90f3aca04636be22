using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

/// <summary>One finger on the screen of a page whose context has touch: what it does scrolls and drags as a person's would.</summary>
public sealed class Finger
{
    private readonly ICDPSession devtools;
    private (double X, double Y) at;

    private Finger(ICDPSession devtools) => this.devtools = devtools;

    public static async Task<Finger> OnAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    public Task DownAsync(double x, double y)
    {
        at = (x, y);
        return TouchAsync("touchStart", new { x, y });
    }

    /// <summary>In small steps: a jump would be no gesture.</summary>
    public async Task MoveAsync(double x, double y)
    {
        const int steps = 12;
        var (fromX, fromY) = at;
        for (var step = 1; step <= steps; step++)
        {
            at = (fromX + (x - fromX) * step / steps, fromY + (y - fromY) * step / steps);
            await TouchAsync("touchMove", new { x = at.X, y = at.Y });
        }
    }

    public Task UpAsync() => TouchAsync("touchEnd");

    private async Task TouchAsync(string type, params object[] touchPoints) =>
        await devtools.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = touchPoints });
}
