using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Sessions;

/// <summary>As a browser without JavaScript uses it; Jonas has offered nothing yet.</summary>
[Trait("Req", "D1")]
public sealed class SessionsPageTests : IAsyncLifetime
{
    private const string Url = "/dashboard/sessions";
    private const string Form = "form:has([name='Input.Price'])";

    private readonly StaffApp app = new();
    private PortalClient jonas = null!;

    [Fact]
    public async Task A_session_is_offered_stands_in_the_list_and_is_removed()
    {
        var response = await jonas.PostFormAsync(await jonas.GetDocumentAsync(Url), Form, Session("2026-01-10", "18:00", "18:45", "49,50"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await jonas.GetDocumentAsync(Url);
        Assert.Contains("Sat 10 January, 18:00–18:45 is on offer for 49.50 EUR.", page.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Free", page.QuerySelector(".session")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await jonas.PostFormAsync(page, ".session form")).StatusCode);
        Assert.Null((await jonas.GetDocumentAsync(Url)).QuerySelector(".session"));
    }

    [Theory]
    [InlineData("2026-01-10", "18:00", "17:00", "49", "End", "The session must end after it starts.")]
    [InlineData("2026-01-05", "07:00", "07:30", "49", "Start", "This time is past.")]
    [InlineData("2026-03-29", "02:30", "04:00", "49", "Start", "The clock skips 02:30 on Sun 29 March.")]
    [InlineData("2026-01-10", "18:00", "19:00", "0.99", "Price", "The price must be between 1.00 EUR and 250.00 EUR.")]
    [InlineData("2026-01-10", "18:00", "19:00", "a lot", "Price", "“a lot” is not an amount. Write it like 250.00.")]
    [InlineData("2026-01-10", "18:00", "", "49", "End", "Enter when it ends, such as 15:00.")]
    [Trait("Req", "X8")]
    public async Task What_is_wrong_stands_beside_the_field_and_everything_typed_is_kept(
        string date, string start, string end, string price, string field, string message)
    {
        var response = await jonas.PostFormAsync(await jonas.GetDocumentAsync(Url), Form, Session(date, start, end, price));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.StartsWith(message, page.QuerySelector($"#Input_{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((date, price), (page.QuerySelector("#Input_Date")!.GetAttribute("value"), page.QuerySelector("#Input_Price")!.GetAttribute("value")));
        Assert.Equal(start, page.QuerySelector("#Input_Start")!.GetAttribute("value")![..5]);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_session_booked_meanwhile_stays_and_whoever_wanted_to_remove_it_is_told()
    {
        await jonas.PostFormAsync(await jonas.GetDocumentAsync(Url), Form, Session("2026-01-10", "18:00", "18:45", "49"));
        var page = await jonas.GetDocumentAsync(Url);
        await BookAsync("2026-01-10T18:00");

        var response = await jonas.PostFormAsync(page, ".session form");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        page = await PortalClient.ReadAsync(response);
        Assert.Contains("Somebody has booked this session meanwhile", page.QuerySelector(".notice-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vera Visitor", page.QuerySelector(".session")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".session form"));
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        jonas = await app.SignInAsync(StaffApp.Jonas);
    }

    public async Task DisposeAsync()
    {
        jonas.Dispose();
        await app.DisposeAsync();
    }

    private static Dictionary<string, string> Session(string date, string start, string end, string price) => new()
    {
        ["Input.Date"] = date,
        ["Input.Start"] = start,
        ["Input.End"] = end,
        ["Input.Price"] = price,
    };

    private async Task BookAsync(string at)
    {
        var type = await app.RunAsync((PortalDbContext db) => db.MeetingTypes.SingleAsync(type =>
            db.SessionSlots.Any(slot => slot.MeetingTypeId == type.Id && db.Users.Any(user => user.Id == slot.HostId && user.Email == StaffApp.Jonas))));
        var request = new Portal.Core.Bookings.BookSlotRequest(
            DemoData.Acme, type.Slug, Support.World.At(at), Support.World.Berlin, "Vera Visitor", "vera@visitor.test", "", null);
        Assert.IsType<Portal.Core.Bookings.BookSlotOutcome.Booked>(await app.RunAsync((Portal.Core.Bookings.BookSlot book) => book.RunAsync(request, default)));
    }
}
