using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Pages;

/// <summary>The portal as it is deployed, over a generated world.</summary>
internal sealed partial class PublishedPortal : IAsyncDisposable
{
    private readonly Uri address;

    private PublishedPortal(Process process, Uri address) => (Process, this.address) = (process, address);

    public Process Process { get; }

    public static async Task<PublishedPortal> StartAsync(WorkFolder folder, GeneratedWorld world, int bookings)
    {
        var address = new Uri($"http://127.0.0.1:{ReferenceServers.FreePort()}");
        var process = Commands.Start("dotnet", [folder.Combine("portal/Portal.Web.dll"), "--contentRoot", folder.Combine("portal")], environment: new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Urls"] = address.AbsoluteUri,
            ["Portal__DataFolder"] = folder.Combine($"data-{bookings}"),
            ["Database__ConnectionString"] = $"Data Source={world.File}",
            ["Mail__Transport"] = "Pickup",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Limits__PublicPostsPerMinute"] = "1000000",
        });
        await ReferenceServers.UntilAnsweredAsync(new Uri(address, "/health/ready"));
        return new PublishedPortal(process, address);
    }

    /// <summary>What is loaded.</summary>
    public async Task<IReadOnlyList<LoadedPage>> PagesAsync()
    {
        const string Type = $"/book/{GeneratedWorld.Organization}/{GeneratedWorld.MeetingType}";
        var staff = await SignInAsync();
        return
        [
            new("booking page", new Uri(address, Type)),
            new("booking page, each another", new Uri(address, Type), IsEachAnother: true),
            new("month fragment", new Uri(address, $"{Type}/slots")),
            new("month fragment, each another", new Uri(address, $"{Type}/slots"), IsEachAnother: true),
            new("week fragment", new Uri(address, $"{Type}/slots?view=week")),
            new("organisation page", new Uri(address, $"/book/{GeneratedWorld.Organization}")),
            new("dashboard", new Uri(address, "/dashboard"), staff),
            new("staff calendar", new Uri(address, "/dashboard/calendar?view=week"), staff),
            new("availability editor", new Uri(address, "/dashboard/availability"), staff),
            new("bookings list", new Uri(address, "/admin/bookings"), staff),
            new("meeting types", new Uri(address, "/admin/meeting-types"), staff),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private async Task<string> SignInAsync()
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        var page = await http.GetStringAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            new("Input.Email", GeneratedWorld.StaffEmail),
            new("Input.Password", GeneratedWorld.StaffPassword),
        ]);
        using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return cookies.GetCookieHeader(address);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
