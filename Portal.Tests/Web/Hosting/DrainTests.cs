using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Hosting;

/// <summary>A node that is told to end leaves nobody in the middle of something.</summary>
[Trait("Req", "F12"), Trait("Promise", "R23")]
public sealed class DrainTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task It_says_so_serves_on_for_a_while_and_ends_with_nothing_of_it_left()
    {
        var address = $"http://localhost:{FreePort.Find()}";
        await using var portal = PortalProcess.Start(
            "Production", "--Urls", address, "--Portal:DrainDelay", "3",
            "--Database:Provider", "Postgres", "--Database:ConnectionString", database.Options.ConnectionString);
        await portal.ReadUntilAsync("Portal is ready");
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/health/ready"));
        Assert.Equal(1, await CountNodesAsync());

        await portal.TerminateAsync();
        await portal.ReadUntilAsync("until load balancers");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(http, "/health/ready"));
        using var page = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.ConnectionClose);
        Assert.Equal(0, (await portal.EndAsync()).ExitCode);
        Assert.Equal(0, await CountNodesAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<int> CountNodesAsync()
    {
        await using var db = database.NewContext();
        return await db.Nodes.CountAsync();
    }
}
