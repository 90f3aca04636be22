using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

[Trait("Req", "C1")]
public sealed class BookingFormTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    private const string Form = "form[method=post]";

    [Fact, Trait("Req", "F9")]
    public async Task A_booked_time_leads_to_the_meeting_with_303()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00") + "&article=reset-password&zone=Europe/London");
        Assert.Equal("Book Tue 6 Jan, 10:00", form.QuerySelector($"{Form} button[type=submit]")!.TextContent);

        var response = await client.PostFormAsync(form, Form, VisitorApp.Filled(" Vera Visitor ", " vera@visitor.test ", "It is about\r\nthe export."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Matches("^/meetings/[A-Za-z0-9_-]{43}\\?booked=1$", response.Headers.Location!.OriginalString);
        var booking = await app.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(row => row.StartsAt == World.At("2026-01-06T11:00") && row.MeetingType!.Slug == "intro-call"));
        Assert.Equal(("Vera Visitor", "vera@visitor.test", "reset-password", "Europe/London"), (booking.VisitorName, booking.VisitorEmail, booking.Article, booking.VisitorZone.Id));
        Assert.Equal("It is about\r\nthe export.", booking.Notes);
        Assert.Equal(BookingStatus.Confirmed, booking.Status);
    }

    [Theory]
    [InlineData("", "vera@visitor.test", "Input_Name", "Tell us your name")]
    [InlineData("   ", "vera@visitor.test", "Input_Name", "Tell us your name")]
    [InlineData("Vera", "", "Input_Email", "Give an email address")]
    [InlineData("Vera", "vera@", "Input_Email", "Write an address like")]
    [InlineData("Vera", "vera at visitor.test", "Input_Email", "Write an address like")]
    [InlineData("Vera", "Vera <vera@visitor.test>", "Input_Email", "Write an address like")]
    [InlineData("Vera", "vera@visitor.test, tom@visitor.test", "Input_Email", "Write an address like")]
    public async Task What_is_missing_or_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(string name, string email, string field, string message)
    {
        using var client = app.NewClient();
        var before = await app.FingerprintAsync();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00") + "&article=reset-password");

        var response = await client.PostFormAsync(form, Form, VisitorApp.Filled(name, email, "Kept, too."));
        var page = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var input = page.GetElementById(field)!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(input, page.QuerySelectorAll("[autofocus]").Single());
        Assert.Contains($"{field}-error", input.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.StartsWith(message, page.GetElementById($"{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((name, email, "Kept, too."), Typed(page));
        Assert.Equal("reset-password", Value(page, "article"));
        Assert.Equal("2026-01-07T10:00:00Z", Value(page, "start"));
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Theory]
    [InlineData(201, 10, 0)]
    [InlineData(10, 255, 0)]
    [InlineData(10, 10, 4001)]
    public async Task What_is_too_long_is_refused_before_the_database_would(int name, int email, int notes)
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00"));

        var response = await client.PostFormAsync(
            form, Form, VisitorApp.Filled(new string('n', name), new string('e', email - 7) + "@x.test", new string('t', notes)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Single((await PortalClient.ReadAsync(response)).QuerySelectorAll(".field-error"));
    }

    [Fact, Trait("Req", "F4")]
    public async Task A_time_taken_meanwhile_is_answered_with_the_nearest_ones_and_the_form_as_it_was()
    {
        using var client = app.NewClient();
        using var faster = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-08T14:00") + "&article=reset-password");
        await app.BookAsync(faster, "2026-01-08T14:00", name: "Tom Faster");

        var response = await client.PostFormAsync(form, Form, VisitorApp.Filled(notes: "Kept, too."));
        var page = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Thu 8 Jan, 14:00 is no longer free", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Vera Visitor", "vera@visitor.test", "Kept, too."), Typed(page));
        var nearest = page.QuerySelectorAll($"{Form} button[name=start]").Cast<IHtmlButtonElement>().ToList();
        Assert.Equal(["Book Thu 8 Jan, 13:15", "Book Thu 8 Jan, 13:30", "Book Thu 8 Jan, 14:30"], nearest.Select(button => button.TextContent));

        // without JavaScript the button sends the same form with its own time
        var again = await client.PostFormAsync(nearest[2].Form!, button: nearest[2]);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var booking = await app.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(row => row.StartsAt == World.At("2026-01-08T14:30")));
        Assert.Equal(("Vera Visitor", "Kept, too.", "reset-password"), (booking.VisitorName, booking.Notes, booking.Article));
    }

    [Fact, Trait("Req", "F4")]
    public async Task Enter_in_a_field_chooses_none_of_the_nearest_times()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T15:00"));
        using var faster = app.NewClient();
        await app.BookAsync(faster, "2026-01-06T15:00", name: "Tom Faster");

        var page = await PortalClient.ReadAsync(await client.PostFormAsync(form, Form, VisitorApp.Filled()));

        // the first button of a form is the one that Enter presses
        Assert.True(((IHtmlButtonElement)page.QuerySelector($"{Form} button[type=submit]")!).IsDisabled);
    }

    [Fact, Trait("Req", "F7")]
    public async Task A_program_that_fills_in_everything_books_nothing_and_is_told_in_a_sentence()
    {
        using var client = app.NewClient();
        var before = await app.FingerprintAsync();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T12:00"));
        var values = VisitorApp.Filled();
        values["Input.Website"] = "https://spam.test";

        var response = await client.PostFormAsync(form, Form, values);
        var page = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("A field that people do not see was filled in", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Vera Visitor", "vera@visitor.test", ""), Typed(page));
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("[name='Input.Website']")!).Value);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T12:00"));
        form.QuerySelector("[name=__RequestVerificationToken]")!.Remove();

        var response = await client.PostFormAsync(form, Form, VisitorApp.Filled());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    public async Task A_form_without_a_time_books_nothing(string start)
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T12:00"));
        var values = VisitorApp.Filled();
        values["start"] = start;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostFormAsync(form, Form, values)).StatusCode);
    }

    [Fact]
    public async Task Browsers_are_told_what_the_fields_are_for()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T12:00"));

        Assert.Equal("name", page.GetElementById("Input_Name")!.GetAttribute("autocomplete"));
        Assert.Equal(("email", "email"), (page.GetElementById("Input_Email")!.GetAttribute("autocomplete"), page.GetElementById("Input_Email")!.GetAttribute("type")));
        Assert.Equal("off", page.QuerySelector("[name='Input.Website']")!.GetAttribute("autocomplete"));
        Assert.NotNull(page.QuerySelector("[aria-hidden=true] [name='Input.Website'][tabindex='-1']"));
    }

    private static (string?, string?, string?) Typed(IDocument page) => (
        page.GetElementById("Input_Name")!.GetAttribute("value"),
        page.GetElementById("Input_Email")!.GetAttribute("value"),
        ((IHtmlTextAreaElement)page.GetElementById("Input_Notes")!).Value.Trim());

    private static string? Value(IDocument page, string name) => page.QuerySelector($"{Form} [name={name}]")?.GetAttribute("value");
}
