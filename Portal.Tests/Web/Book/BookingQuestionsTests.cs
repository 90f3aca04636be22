using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>A form with questions of the meeting type, guests and lengths to choose from.</summary>
[Trait("Req", "C1")]
public sealed class BookingQuestionsTests(VisitorApp app) : IClassFixture<VisitorApp>, IAsyncLifetime
{
    private const string Form = "form[method=post]";

    private static readonly (string Key, QuestionKind Kind, bool IsRequired)[] Asked =
    [
        ("order", QuestionKind.ShortText, true), ("story", QuestionKind.LongText, false), ("colour", QuestionKind.Choice, true),
        ("parts", QuestionKind.Choices, false), ("before", QuestionKind.YesNo, false), ("phone", QuestionKind.Phone, false),
        ("people", QuestionKind.Number, false), ("since", QuestionKind.Date, false),
    ];

    public Task InitializeAsync() => app.ChangeTypeAsync("intro-call", type =>
    {
        type.FurtherLengths = [Duration.FromMinutes(60), Duration.FromMinutes(15)];
        if (type.Questions.Count > 0)
            return;
        type.Questions.AddRange(Asked.Select((asked, position) => new MeetingQuestion
        {
            Id = Guid.CreateVersion7(),
            MeetingTypeId = type.Id,
            Position = position,
            Key = asked.Key,
            Label = $"What {asked.Key}?",
            Hint = asked.Key == "order" ? "On your invoice" : null,
            Kind = asked.Kind,
            IsRequired = asked.IsRequired,
            Choices = asked.Kind is QuestionKind.Choice or QuestionKind.Choices ? ["Blue", "<b>Red</b>"] : [],
        }));
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Answers_and_guests_are_booked_and_shown_as_text_on_the_meeting_s_page()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00"));

        var response = await client.PostFormAsync(form, Form, Answered());
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await client.GetDocumentAsync(response.Headers.Location!.OriginalString);

        var facts = page.QuerySelectorAll(".facts dt").ToDictionary(term => term.TextContent, term => term.NextElementSibling!.TextContent.Trim());
        Assert.Equal("<script>alert(1)</script>", facts["What order?"]);
        Assert.Equal("<b>Red</b>", facts["What colour?"]);
        Assert.Equal("Yes", facts["What before?"]);
        Assert.Equal("Sat 28 February 2026", facts["What since?"]);
        Assert.Equal("guest@visitor.test, other@visitor.test", facts["Guests"]);
        Assert.DoesNotContain("What story?", facts.Keys);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_or_does_not_fit_is_said_beside_its_question_and_nothing_typed_is_lost()
    {
        using var client = app.NewClient();
        var before = await app.FingerprintAsync();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00"));
        var typed = Answered();
        typed["Input.Answers[order]"] = " ";
        typed["Input.Answers[phone]"] = "call me";
        typed["Input.Answers[people]"] = "a dozen";

        var response = await client.PostFormAsync(form, Form, typed);
        var page = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("Please answer this one.", page.GetElementById("answer-order-error")!.TextContent.Trim());
        Assert.StartsWith("Write a phone number", page.GetElementById("answer-phone-error")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("Write a number", page.GetElementById("answer-people-error")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("answer-order-hint answer-order-error", page.GetElementById("answer-order")!.GetAttribute("aria-describedby"));
        Assert.Equal("call me", ((IHtmlInputElement)page.GetElementById("answer-phone")!).Value);
        Assert.True(((IHtmlInputElement)page.GetElementById("answer-colour-1")!).IsChecked);
        Assert.True(((IHtmlInputElement)page.GetElementById("answer-before-0")!).IsChecked);
        Assert.Equal("guest@visitor.test other@visitor.test", ((IHtmlTextAreaElement)page.GetElementById("Input_Guests")!).Value);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task A_guest_s_wrong_address_is_quoted_beside_the_field_which_is_open()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00"));
        var typed = Answered();
        typed["Input.Guests"] = "guest@visitor.test, nobody";

        var response = await client.PostFormAsync(form, Form, typed);
        var page = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("“nobody”", page.GetElementById("Input_Guests-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("details.guests")!.HasAttribute("open"));
    }

    [Fact]
    public async Task A_link_fills_the_form_in_and_every_other_link_keeps_it()
    {
        using var client = app.NewClient();
        const string Filled = "&name=Vera&email=vera@visitor.test&order=4711&parts=Blue&since=2026-02-28&nonsense=x";

        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00") + Filled);

        string ValueOf(string id) => ((IHtmlInputElement)form.GetElementById(id)!).Value;
        Assert.Equal(("Vera", "vera@visitor.test"), (ValueOf("Input_Name"), ValueOf("Input_Email")));
        Assert.Equal(("4711", "2026-02-28"), (ValueOf("answer-order"), ValueOf("answer-since")));
        Assert.True(((IHtmlInputElement)form.GetElementById("answer-parts-0")!).IsChecked);
        Assert.Contains("order=4711", form.QuerySelector(".details-back")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("order=4711", form.QuerySelector(".details-back")!.GetAttribute("hx-get"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_length_offers_its_own_times_and_is_what_gets_booked()
    {
        using var client = app.NewClient();
        var usual = await client.GetDocumentAsync(VisitorApp.IntroCall + "?date=2026-01-08");
        Assert.Equal(["15 min", "30 min", "1 h"], usual.QuerySelectorAll(".booking-lengths a").Select(link => link.TextContent));
        Assert.Equal("30 min", usual.QuerySelector(".booking-lengths [aria-current]")!.TextContent);

        var hour = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-08T12:00") + "&length=60");
        var response = await client.PostFormAsync(hour, Form, Answered());

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var booking = await app.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(row => row.StartsAt == World.At("2026-01-08T12:00") && row.MeetingType!.Slug == "intro-call"));
        Assert.Equal(Duration.FromMinutes(60), booking.EndsAt - booking.StartsAt);
        var unknown = await client.GetDocumentAsync(VisitorApp.IntroCall + "?date=2026-01-08&length=45");
        Assert.Equal("30 min", unknown.QuerySelector(".booking-lengths [aria-current]")!.TextContent);
    }

    [Fact, Trait("Promise", "R11")]
    public async Task A_form_sent_twice_leads_to_the_same_meeting_and_with_other_details_is_refused_once()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-09T11:00"));
        var first = await client.PostFormAsync(form, Form, Answered());
        var again = await client.PostFormAsync(form, Form, Answered());

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, again.StatusCode));
        var (one, two) = (await HolderOf(first), await HolderOf(again));
        Assert.Equal(one!.BookingId, two!.BookingId);

        var other = await client.PostFormAsync(form, Form, new Dictionary<string, string> { ["Input.Name"] = "Otto" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var page = await PortalClient.ReadAsync(other);
        Assert.Contains("You sent this form before", page.QuerySelector("#details .notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Key(form), Key(page));
    }

    private Task<LinkHolder?> HolderOf(HttpResponseMessage booked) => app.RunAsync((FindAccessLink find) =>
        find.RunAsync(booked.Headers.Location!.OriginalString.Split('/', '?')[2], default));

    private static string Key(AngleSharp.Html.Dom.IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("[name='Input.Request']")!).Value;

    private static Dictionary<string, string> Answered()
    {
        var values = VisitorApp.Filled();
        values["Input.Answers[order]"] = "<script>alert(1)</script>";
        values["Input.Answers[colour]"] = "<b>Red</b>";
        values["Input.Answers[before]"] = "yes";
        values["Input.Answers[since]"] = "2026-02-28";
        values["Input.Guests"] = "guest@visitor.test other@visitor.test";
        return values;
    }
}
