using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "D1")]
public sealed class BookingSettingsTests : IAsyncLifetime
{
    private const string Page = "/admin/settings/booking";
    private const string Form = "form.editor";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task They_are_shown_and_saved()
    {
        var page = await emil.GetDocumentAsync(Page);
        Assert.Equal(("5", "EUR", "1.00", "250.00"), (Value(page, "HoldMinutes"), Value(page, "Currency"), Value(page, "LowestPrice"), Value(page, "HighestPrice")));

        var response = await emil.PostFormAsync(page, Form, Typed("10", "chf", "2.50", "300"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var acme = await FindAsync(DemoData.Acme);
        Assert.Equal((Duration.FromMinutes(10), "CHF", 2_50L, 300_00L), (acme.HoldLength, acme.Currency, acme.LowestPrice, acme.HighestPrice));
        Assert.True(await app.RunAsync((PortalDbContext db) => db.AuditEntries.AnyAsync(entry => entry.Action == "organization.booking_changed" && entry.ActorName == "Emil Sommer")));
    }

    [Fact, Trait("Req", "X8")]
    public async Task A_currency_without_a_smaller_coin_has_no_point()
    {
        await emil.PostFormAsync(await emil.GetDocumentAsync(Page), Form, Typed("5", "JPY", "100", "30000"));

        Assert.Equal((100L, 30000L), ((await FindAsync(DemoData.Acme)).LowestPrice, (await FindAsync(DemoData.Acme)).HighestPrice));
        Assert.Equal("30000", Value(await emil.GetDocumentAsync(Page), "HighestPrice"));
    }

    [Theory]
    [InlineData("HoldMinutes", "0", "Take 1 to 30 minutes.")]
    [InlineData("HoldMinutes", "31", "Take 1 to 30 minutes.")]
    [InlineData("HoldMinutes", "soon", "Write a whole number of minutes.")]
    [InlineData("Currency", "EURO", "Take the three letters of a currency, like EUR.")]
    [InlineData("Currency", "€", "Take the three letters of a currency, like EUR.")]
    [InlineData("LowestPrice", "-1", "Take 0 or more, and not over a million.")]
    [InlineData("LowestPrice", "1.005", "Write an amount like 25.00.")]
    [InlineData("HighestPrice", "0.50", "The highest price is below the lowest.")]
    [InlineData("HighestPrice", "cheap", "Write an amount like 25.00.")]
    [InlineData("Reminders", "soon", "Write them like 1 day, 1 hour, 15 minutes.")]
    [InlineData("Reminders", "4 minutes", "Take 5 minutes to 30 days for each.")]
    [InlineData("Reminders", "31 days", "Take 5 minutes to 30 days for each.")]
    [InlineData("Reminders", "1 hour, 60 min", "Two of them are the same.")]
    [InlineData("Reminders", "1 day, 5 h, 4 h, 3 h, 2 h, 1 h", "Take 5 at most.")]
    [InlineData("HighestPrice", "1000001", "Take more than 0, and not over a million.")]
    public async Task What_cannot_be_taken_is_said_at_its_field_and_kept(string field, string typed, string said)
    {
        var values = Typed("7", "EUR", "1.00", "99.00");
        values[$"Input.{field}"] = typed;

        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Page), Form, values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Equal(said, page.GetElementById($"Input_{field}-error")!.TextContent.Trim());
        Assert.Equal(typed, Value(page, field));
        Assert.Equal(Duration.FromMinutes(5), (await FindAsync(DemoData.Acme)).HoldLength);
    }

    [Fact, Trait("Req", "F1")]
    public async Task Reminders_are_written_as_people_say_them_and_none_is_possible()
    {
        var page = await emil.GetDocumentAsync(Page);
        Assert.Equal("1 day, 1 hour", Value(page, "Reminders"));
        var values = Typed("5", "EUR", "1.00", "99.00");

        values["Input.Reminders"] = "15 min; 2 Days";
        await emil.PostFormAsync(page, Form, values);
        Assert.Equal([Duration.FromDays(2), Duration.FromMinutes(15)], (await FindAsync(DemoData.Acme)).Reminders);
        Assert.Equal("2 days, 15 minutes", Value(await emil.GetDocumentAsync(Page), "Reminders"));

        values["Input.Reminders"] = "";
        await emil.PostFormAsync(page, Form, values);
        Assert.Empty((await FindAsync(DemoData.Acme)).Reminders);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Only_admins_reach_them_and_only_their_own()
    {
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        await tilda.GetDocumentAsync(Page, HttpStatusCode.Forbidden);

        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        await henry.PostFormAsync(await henry.GetDocumentAsync(Page), Form, Typed("9", "USD", "1.00", "99.00"));

        Assert.Equal((Duration.FromMinutes(9), Duration.FromMinutes(5)), ((await FindAsync(DemoData.Globex)).HoldLength, (await FindAsync(DemoData.Acme)).HoldLength));
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static Dictionary<string, string> Typed(string minutes, string currency, string lowest, string highest) => new()
    {
        ["Input.HoldMinutes"] = minutes,
        ["Input.Currency"] = currency,
        ["Input.LowestPrice"] = lowest,
        ["Input.HighestPrice"] = highest,
    };

    private static string Value(IHtmlDocument page, string field) => ((IHtmlInputElement)page.QuerySelector($"[name='Input.{field}']")!).Value;

    private Task<Portal.Core.Organizations.Organization> FindAsync(string slug) =>
        app.RunAsync((PortalDbContext db) => db.Organizations.AsNoTracking().SingleAsync(organization => organization.Slug == slug));
}
