using NodaTime;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>One's own picture lies over the others', wherever it is put: never over a name.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "D7")]
public sealed class SelfViewTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    /// <summary>Copies of the one who is there stand in for more; what covers a name is returned, a line each.</summary>
    private const string Covered = """
        async ([most, corners]) => {
          const stage = document.querySelector('[data-stage]');
          const grid = stage.querySelector('[data-tiles]');
          const self = stage.querySelector('[data-self]');
          const one = grid.querySelector('[data-tile]');
          one.querySelector('[data-name]').textContent = 'Vera Visitor of the long name that no small picture has room for';
          const screen = stage.querySelector('template[data-screen-tile]').content.firstElementChild;
          const found = [];
          for (let count = 1; count <= most; count++)
            for (const view of ['grid', 'speaker', 'sharing']) {
              const tiles = Array.from({ length: count }, () => one.cloneNode(true));
              tiles.forEach((tile, index) => tile.toggleAttribute('data-large', index === 0));
              grid.replaceChildren(...(view === 'sharing' ? [screen.cloneNode(true)] : []), ...tiles);
              grid.dataset.count = count;
              grid.style.setProperty('--others', Math.max(1, count - 1));
              grid.toggleAttribute('data-speaker-view', view === 'speaker' && count > 1);
              grid.toggleAttribute('data-sharing', view === 'sharing');
              for (const corner of corners) {
                self.dataset.corner = corner;
                // as it stands on the screen
                await new Promise(requestAnimationFrame);
                const own = self.getBoundingClientRect();
                for (const [index, name] of [...grid.querySelectorAll('.tile:not(.tile-screen) .tile-name')].entries()) {
                  const { left, right, top, bottom } = name.getBoundingClientRect();
                  if (left < own.right && right > own.left && top < own.bottom && bottom > own.top) found.push(`${view} of ${count}, ${corner}: name ${index + 1}`);
                  if (right - left < 40) found.push(`${view} of ${count}, ${corner}: name ${index + 1} is ${right - left} wide`);
                }
              }
            }
          return found;
        }
        """;

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task It_covers_nobodys_name(int width, int height)
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting, options => options.ViewportSize = new() { Width = width, Height = height });
        await host.Page.Locator("[data-join]").ClickAsync();
        await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        var covered = await host.Page.EvaluateAsync<string[]>(Covered, new object[] { 6, new[] { "bottom right", "bottom left", "top right" } });

        Assert.True(covered.Length == 0, string.Join("\n", covered));
    }
}
