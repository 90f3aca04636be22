using System.Net;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Support.Http;

/// <summary>One person's browser as far as HTTP goes: cookies, pages, forms. Redirects are answers, not followed.</summary>
public sealed class PortalClient(PortalApp app, HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add(QueryCounter.Header, Guid.NewGuid().ToString("N"));
        var response = await http.SendAsync(request);
        app.Outgoing.ThrowIfUnexpected();
        return response;
    }

    /// <summary>A page or fragment that must answer with this status.</summary>
    public async Task<IHtmlDocument> GetDocumentAsync(string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var response = await GetAsync(url);
        var document = await ReadAsync(response);
        Assert.True(response.StatusCode == expected, $"GET {url} answered {(int)response.StatusCode}, not {(int)expected}: {document.Body?.TextContent.Trim()}");
        return document;
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await Documents.ParseAsync(await response.Content.ReadAsStringAsync(), response.RequestMessage!.RequestUri);

    /// <summary>Fills in a form and sends it the way a browser does, hidden fields and the antiforgery token with it.</summary>
    /// <param name="form">From a document of this client.</param>
    /// <param name="values">By field name; a name the form does not have fails the test.</param>
    /// <param name="button">The button pressed, when the form has several.</param>
    public Task<HttpResponseMessage> PostFormAsync(
        IHtmlFormElement form, IReadOnlyDictionary<string, string>? values = null, IHtmlElement? button = null)
    {
        foreach (var (name, value) in values ?? new Dictionary<string, string>())
            FormFilling.Fill(form, name, value);
        var submission = (button is null ? form.GetSubmission() : form.GetSubmission(button))
            ?? throw new InvalidOperationException("The form cannot be sent: its target is not an address.");
        var request = new HttpRequestMessage(
            submission.Method == AngleSharp.Io.HttpMethod.Post ? HttpMethod.Post : HttpMethod.Get, submission.Target.Href);
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        }

        return SendAsync(request);
    }

    /// <inheritdoc cref="PostFormAsync(IHtmlFormElement, IReadOnlyDictionary{string, string}, IHtmlElement)"/>
    /// <param name="document">Of this client.</param>
    /// <param name="formSelector">CSS, naming exactly one form.</param>
    /// <param name="values">By field name; a name the form does not have fails the test.</param>
    public Task<HttpResponseMessage> PostFormAsync(IHtmlDocument document, string formSelector, IReadOnlyDictionary<string, string>? values = null) =>
        PostFormAsync((IHtmlFormElement)Assert.Single(document.QuerySelectorAll(formSelector)), values);

    /// <summary>Signs in as one of the demo people and expects to be led on.</summary>
    public async Task SignInAsync(string email, string password = PortalApp.Password)
    {
        var page = await GetDocumentAsync("/account/sign-in");
        var passwordField = (IHtmlInputElement)page.QuerySelector("input[type=password]")!;
        var form = passwordField.Form!;
        var emailField = (IHtmlInputElement)form.QuerySelector("input[type=email]")!;
        var response = await PostFormAsync(form, new Dictionary<string, string>
        {
            [emailField.Name!] = email,
            [passwordField.Name!] = password,
        });
        Assert.True(
            response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther,
            $"Signing in as {email} answered {(int)response.StatusCode}: {(await ReadAsync(response)).Body?.TextContent.Trim()}");
    }

    public void Dispose() => http.Dispose();
}
