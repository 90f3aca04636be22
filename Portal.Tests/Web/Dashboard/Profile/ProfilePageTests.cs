using System.Net;
using System.Net.Http.Headers;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Profile;

/// <summary>Mara has a profile in the demo world, Jonas has none yet.</summary>
[Trait("Req", "D3")]
public sealed class ProfilePageTests : IAsyncLifetime
{
    private const string Url = "/dashboard/profile";
    private const string MarasPage = "/book/acme/with/mara-lindner";
    private const string JonasPage = "/book/acme/with/jonas-weber";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private readonly StaffApp app = new();
    private PortalClient jonas = null!;
    private PortalClient visitor = null!;

    [Fact]
    public async Task A_profile_shows_who_it_is_and_sessions_by_day_with_price_each_leading_to_its_time()
    {
        var page = await visitor.GetDocumentAsync(MarasPage);

        Assert.Equal("Mara Lindner", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Wed 7 January", "Fri 9 January"], page.QuerySelectorAll(".profile-day").Select(day => day.TextContent));
        var sessions = page.QuerySelectorAll("[aria-labelledby=sessions-title] a").ToList();
        Assert.Equal(3, sessions.Count);
        Assert.Matches(@"18:00–18:45\s+Session\s*49\.00 EUR", sessions[0].TextContent);
        var types = page.QuerySelectorAll("[aria-labelledby=types-title] a").Select(type => type.GetAttribute("href")).ToList();
        Assert.Equal(("/book/acme/intro-call", "/book/acme/session-with-mara-lindner"), (types[0], types[^1]));
        var booking = await visitor.GetDocumentAsync(sessions[0].GetAttribute("href")!);
        Assert.NotNull(booking.QuerySelector("[name='Input.Email']"));
    }

    [Fact]
    public async Task Whoever_has_no_profile_has_no_page()
    {
        await visitor.GetDocumentAsync(JonasPage, HttpStatusCode.NotFound);
        await visitor.GetDocumentAsync("/book/globex/with/mara-lindner", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_profile_is_written_shown_and_taken_down()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync("jonas-weber", "I know <b>exports</b>.")).StatusCode);
        Assert.Equal("I know <b>exports</b>.", (await visitor.GetDocumentAsync(JonasPage)).QuerySelector(".profile-text")!.TextContent);

        await SaveAsync("", "I know exports.");
        await visitor.GetDocumentAsync(JonasPage, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Jonas Weber!", "Use 3 to 64 lower-case letters")]
    [InlineData("mara-lindner", "A colleague has this address.")]
    public async Task An_address_that_cannot_be_had_is_refused_and_what_was_typed_is_kept(string slug, string message)
    {
        var response = await SaveAsync(slug, "I know exports.");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.StartsWith(message, page.QuerySelector("#Input_Slug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(slug, page.QuerySelector("#Input_Slug")!.GetAttribute("value"));
        Assert.Equal("I know exports.", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_picture_is_served_for_good_under_an_address_of_its_content_and_removed_again()
    {
        await SaveAsync("jonas-weber", "", Png);
        var address = (await visitor.GetDocumentAsync(JonasPage)).QuerySelector(".profile-head img")!.GetAttribute("src")!;

        var picture = await visitor.GetAsync(address);
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", picture.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address.Replace("jonas-weber", "mara-lindner", StringComparison.Ordinal))).StatusCode);

        await SaveAsync("jonas-weber", "", removes: true);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("<svg onload='alert(1)'/>", 0, "The file is not a JPEG, PNG or WebP picture.")]
    [InlineData("", 2 * 1024 * 1024 + 1, "The picture is larger than 2 MB.")]
    public async Task Only_a_picture_by_its_content_and_not_too_large_is_taken(string text, int padding, string message)
    {
        var response = await SaveAsync("jonas-weber", "", [.. System.Text.Encoding.UTF8.GetBytes(text), .. new byte[padding]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.StartsWith(message, (await PortalClient.ReadAsync(response)).QuerySelector("#Input_Photo-error")!.TextContent, StringComparison.Ordinal);
        await visitor.GetDocumentAsync(JonasPage, HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        jonas = await app.SignInAsync(StaffApp.Jonas);
        visitor = app.NewClient();
    }

    public async Task DisposeAsync()
    {
        jonas.Dispose();
        visitor.Dispose();
        await app.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SaveAsync(string slug, string text, byte[]? photo = null, bool removes = false)
    {
        var page = await jonas.GetDocumentAsync(Url);
        var body = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("form[enctype] [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(slug), "Input.Slug" },
            { new StringContent(text), "Input.Text" },
            { new StringContent(removes ? "true" : "false"), "Input.RemovesPhoto" },
        };
        if (photo is not null)
            body.Add(new ByteArrayContent(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "Input.Photo", "me.png");
        return await jonas.SendAsync(new HttpRequestMessage(HttpMethod.Post, Url) { Content = body });
    }
}
