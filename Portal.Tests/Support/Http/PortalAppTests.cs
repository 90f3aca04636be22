using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Http;

/// <summary>What other tests rely on without looking.</summary>
public sealed class PortalAppTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_portal_answers_in_process()
    {
        using var client = app.NewClient();

        var response = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_ended_portal_is_let_go()
    {
        // what the libraries make once for the process stays, and with it the first portal
        await UseAndEndAsync();
        var ended = await UseAndEndAsync();

        // its threads end a moment later
        for (var look = 0; look < 50 && ended.IsAlive; look++)
        {
            await Task.Delay(100);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(ended.IsAlive, "Something that lives as long as the process keeps a portal that has ended.");
    }

    [Fact]
    public async Task Every_person_of_the_demo_world_can_sign_in()
    {
        foreach (var person in DemoData.People)
            using (await app.SignInAsync(person.Email))
            {
            }
    }

    [Fact]
    public async Task A_form_is_sent_with_its_hidden_fields_and_a_field_it_does_not_have_fails()
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await Documents.ParseAsync(
            "<form method=post action='/x'><input type=hidden name=token value=42><input name=email><select name=zone><option>a<option>b</select></form>"))
            .QuerySelector("form")!;

        FormFilling.Fill(form, "email", "a@b.test");
        FormFilling.Fill(form, "zone", "b");

        using var body = new StreamReader(form.GetSubmission()!.Body);
        Assert.Equal("token=42&email=a%40b.test&zone=b", await body.ReadToEndAsync());
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => FormFilling.Fill(form, "name", "Vera"));
    }

    [Fact]
    public async Task A_call_to_a_server_no_fake_stands_for_is_refused_and_remembered()
    {
        var outgoing = new OutgoingCalls();
        await using var services = new ServiceCollection()
            .AddHttpClient()
            .AddSingleton<Microsoft.Extensions.Http.IHttpMessageHandlerBuilderFilter>(outgoing)
            .BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://elsewhere.test/")));

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(outgoing.ThrowIfUnexpected);
    }

    private static async Task<WeakReference> UseAndEndAsync()
    {
        await using var app = new PortalApp();
        using var client = app.NewClient();
        await client.GetAsync("/");
        return new WeakReference(app.Services);
    }
}
