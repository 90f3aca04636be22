using System.Net;
using System.Net.Sockets;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Hosting;

/// <summary>What the person who starts the portal reads.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_start_in_Development_prints_the_address_and_everybody_who_can_sign_in()
    {
        var address = $"http://localhost:{FreePort.Find()}";
        await using var portal = PortalProcess.Start("Development", "--Urls", address, "--Demo:Enabled", "true", "--Demo:Password", "demo-of-a-start");

        var greeting = await portal.ReadUntilAsync("priya@globex.test");

        Assert.Contains($"Portal is ready:  {address}", greeting, StringComparison.Ordinal);
        Assert.Contains("demo-of-a-start", greeting, StringComparison.Ordinal);
        Assert.Contains("ada@acme.test", greeting, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"{address}/health/ready"))).StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_and_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var portal = PortalProcess.Start("Development", "--Urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "--Demo:Enabled", "false");

        var (exitCode, _, error) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Another program listens", error, StringComparison.Ordinal);
        Assert.Contains("--Urls", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Mail:Transport", "Pigeon")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Smtp:Security", "Maybe")]
    [InlineData("Video:Default", "telepathy")]
    [InlineData("Urls", "localhost")]
    public async Task A_bad_setting_stops_the_start_with_a_sentence_naming_it(string name, string value)
    {
        await using var portal = PortalProcess.Start("Development", $"--{name}", value);

        var (exitCode, _, error) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(name, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_sentence()
    {
        await using var portal = PortalProcess.Start(
            "Production", "--Database:Provider", "Postgres", "--Database:ConnectionString", $"Host=127.0.0.1;Port={FreePort.Find()};Database=portal;Timeout=5");

        var (exitCode, _, error) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Database:ConnectionString", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_in_Production_prints_the_code_of_the_set_up_and_no_demo_person()
    {
        await using var portal = PortalProcess.Start("Production", "--Urls", $"http://localhost:{FreePort.Find()}");

        var log = await portal.ReadUntilAsync("Portal is ready");

        Assert.Matches("one-time code [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", log);
        Assert.DoesNotContain("@acme.test", log, StringComparison.Ordinal);
    }
}
