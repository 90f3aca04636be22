using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;
using Portal.Web.Hosting;

namespace Portal.Tests.Web.Setup;

public sealed class SetupTests : IAsyncLifetime
{
    private const string Form = "form[action='/setup']";

    private readonly PortalApp app = new() { Environment = "Production" };
    private PortalClient client = null!;

    private string Code => app.Services.GetRequiredService<SetupCode>().ToString();

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/dashboard")]
    [InlineData("/book/acme")]
    public async Task Until_it_is_set_up_every_page_leads_to_the_set_up(string url)
    {
        var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/setup", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Setting_up_signs_the_owner_in_and_tells_the_booking_address()
    {
        var response = await client.PostFormAsync(await client.GetDocumentAsync("/setup"), Form, Filled());

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/dashboard", response.Headers.Location!.OriginalString);
        var dashboard = await client.GetDocumentAsync("/dashboard");
        Assert.Equal("Hello Nora", dashboard.QuerySelector("h1")!.TextContent);
        Assert.Equal("http://localhost/book/nora-s-praxis", dashboard.QuerySelector(".page-notice a")!.GetAttribute("href"));
        Assert.NotNull(dashboard.QuerySelector("nav a[href='/admin/bookings']"));
        var organization = await app.RunAsync((PortalDbContext db) => db.Organizations.SingleAsync());
        Assert.Equal(("Nora’s Praxis", "nora-s-praxis", "Europe/Vienna"), (organization.Name, organization.Slug, organization.Zone.Id));
    }

    [Fact]
    public async Task Once_it_is_set_up_there_is_no_set_up_page()
    {
        var page = await client.GetDocumentAsync("/setup");
        await client.PostFormAsync(page, Form, Filled());

        await client.GetDocumentAsync("/setup", HttpStatusCode.NotFound);
        var again = await client.PostFormAsync(page, Form, Filled(("Input.Organization", "Another"), ("Input.Email", "other@praxis.test")));

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(1, await app.RunAsync((PortalDbContext db) => db.Organizations.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await app.NewClient().GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task With_nothing_booked_the_list_offers_the_booking_address()
    {
        await client.PostFormAsync(await client.GetDocumentAsync("/setup"), Form, Filled(("Input.Slug", "praxis")));

        var page = await client.GetDocumentAsync("/admin/bookings");

        Assert.Equal("Nothing is booked yet", page.QuerySelector(".empty-state-title")!.TextContent);
        Assert.Equal("http://localhost/book/praxis", page.QuerySelector(".empty-state a")!.TextContent);
    }

    [Theory]
    [InlineData("Input.Code", "", "one-time code")]
    [InlineData("Input.Code", "AAAA-AAAA-AAAA", "not the code in the log")]
    [InlineData("Input.Organization", "", "organisation's name")]
    [InlineData("Input.Slug", "Acme Support", "lower-case letters")]
    [InlineData("Input.Slug", "ab", "3 to 64")]
    [InlineData("Input.Slug", "-acme", "3 to 64")]
    [InlineData("Input.Zone", "", "time zone")]
    [InlineData("Input.Name", "", "your name")]
    [InlineData("Input.Email", "nora", "name@example.org")]
    [InlineData("Input.Password", "short", "10 characters")]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_else_is_lost(string field, string value, string words)
    {
        var response = await client.PostFormAsync(await client.GetDocumentAsync("/setup"), Form, Filled((field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains(words, page.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent, StringComparison.Ordinal);
        foreach (var (name, typed) in Filled((field, value)).Where(pair => pair.Key != "Input.Password"))
            Assert.Equal(typed, ValueOf(page, name));
        Assert.False(await app.RunAsync((PortalDbContext db) => db.Organizations.AnyAsync()));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var response = await client.PostFormAsync(await client.GetDocumentAsync("/setup"), Form,
            Filled(("Input.Code", "AAAA-AAAA-AAAA"), ("Input.Name", ""), ("Input.Slug", "Acme Support"), ("Input.Zone", ""), ("Input.Password", "")));

        var page = await PortalClient.ReadAsync(response);
        Assert.Equal(
            ["Input_Code-error", "Input_Slug-error", "Input_Zone-error", "Input_Name-error", "Input_Password-error"],
            page.QuerySelectorAll(".field-error").Select(error => error.Id));
    }

    [Fact]
    public async Task A_name_no_word_can_be_made_of_asks_for_one()
    {
        var response = await client.PostFormAsync(await client.GetDocumentAsync("/setup"), Form, Filled(("Input.Organization", "北京医院")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.NotNull((await PortalClient.ReadAsync(response)).QuerySelector("#Input_Slug-error"));
    }

    [Fact]
    public async Task After_too_many_wrong_codes_even_the_right_one_asks_for_a_restart()
    {
        var page = await client.GetDocumentAsync("/setup");
        for (var attempt = 0; attempt < 20; attempt++)
            await client.PostFormAsync(page, Form, Filled(("Input.Code", "AAAA-AAAA-AAAA")));

        var response = await client.PostFormAsync(page, Form, Filled());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Restart the portal", (await PortalClient.ReadAsync(response)).QuerySelector("#Input_Code-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/setup") { Content = new FormUrlEncodedContent(Filled()) });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(await app.RunAsync((PortalDbContext db) => db.Organizations.AnyAsync()));
    }

    [Fact]
    public async Task The_zone_a_browser_told_is_chosen_already()
    {
        client.Http.DefaultRequestHeaders.Add("Cookie", "portal.zone=Asia%2FTokyo");

        var page = await client.GetDocumentAsync("/setup");

        Assert.Equal("Asia/Tokyo", ValueOf(page, "Input.Zone"));
    }

    public Task InitializeAsync()
    {
        app.Settings["Demo:Enabled"] = "false";
        client = app.NewClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private Dictionary<string, string> Filled(params (string Field, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["Input.Code"] = Code,
            ["Input.Organization"] = "Nora’s Praxis",
            ["Input.Slug"] = "",
            ["Input.Zone"] = "Europe/Vienna",
            ["Input.Name"] = "Nora Leitner",
            ["Input.Email"] = "nora@praxis.test",
            ["Input.Password"] = "a long enough sentence",
        };
        foreach (var (field, value) in changes)
            values[field] = value;
        return values;
    }

    private static string ValueOf(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw new InvalidOperationException($"{name} is {other?.LocalName ?? "missing"}."),
    };
}
