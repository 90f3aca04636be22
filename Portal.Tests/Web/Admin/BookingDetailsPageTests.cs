using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "B12")]
public sealed class BookingDetailsPageTests : IAsyncLifetime
{
    private readonly StaffApp app = new();

    [Fact]
    public async Task Facts_people_history_and_mails_are_told()
    {
        var meeting = await app.BookAndWaitAsync(draft =>
        {
            draft.Name = "Lena Fischer";
            draft.Notes = "The reset link never arrives.";
            draft.Article = "reset-password";
            draft.Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        });
        var acme = meeting.OrganizationId;
        var mara = Actor.Staff((await app.FindBookingAsync(meeting.Id)).HostId, "Mara Lindner");
        app.Time.Advance(Duration.FromMinutes(2));
        await app.RunAsync((AdmitParticipant admit) => admit.RunAsync(new AdmitParticipantRequest(acme, meeting.VisitorId, mara), default));
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var page = await emil.GetDocumentAsync($"/admin/bookings/{meeting.Id}");

        Assert.Equal("Lena Fischer", page.QuerySelector("h1")!.TextContent);
        var facts = Words(page.QuerySelector(".facts")!);
        Assert.Contains("Mon 5 January, 08:15–08:45 · Berlin time", facts, StringComparison.Ordinal);
        Assert.Contains("Mon 5 January, 02:15–02:45 · New York time", facts, StringComparison.Ordinal);
        Assert.Contains("From article: reset-password", facts, StringComparison.Ordinal);
        Assert.Contains("The reset link never arrives.", facts, StringComparison.Ordinal);
        var people = Words(page.QuerySelector(".persons")!);
        Assert.Contains("Came to the door at 08:00", people, StringComparison.Ordinal);
        Assert.Contains("Let in at 08:02 by Mara Lindner", people, StringComparison.Ordinal);
        Assert.Equal(
            ["Mara Lindner let Lena Fischer in", "Lena Fischer came to the waiting room", "Lena Fischer booked the meeting"],
            page.QuerySelectorAll(".history li p:first-child").Select(Words));
        Assert.Equal(2, page.QuerySelectorAll(".mails li").Length);
        Assert.All(page.QuerySelectorAll(".mails .pill"), state => Assert.Equal("On its way", Words(state)));
    }

    [Fact]
    [Trait("Req", "F1")]
    public async Task A_mail_that_failed_says_why_and_never_what_it_said()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        await app.RunAsync((PortalDbContext db) => db.Outbox.Where(mail => mail.BookingId == meeting.Id).ExecuteUpdateAsync(mail => mail
            .SetProperty(row => row.FailedAt, app.Time.GetCurrentInstant())
            .SetProperty(row => row.LastError, "Mailbox unavailable")));
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var mails = (await emil.GetDocumentAsync($"/admin/bookings/{meeting.Id}")).QuerySelector(".mails")!;

        Assert.Contains("Given up", mails.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mailbox unavailable", mails.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("StartsAt", mails.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffApp.Mara)]
    [InlineData(StaffApp.Agent)]
    public async Task Only_admins_open_it(string email)
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        using var client = await app.SignInAsync(email);

        await client.GetDocumentAsync($"/admin/bookings/{meeting.Id}", HttpStatusCode.Forbidden);
    }

    [Theory]
    [Trait("Req", "C8")]
    [InlineData("")]
    [InlineData("/cancel")]
    public async Task Another_organisations_booking_does_not_exist(string page)
    {
        var theirs = await app.FindOthersBookingAsync();
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        await emil.GetDocumentAsync($"/admin/bookings/{theirs.Id}{page}", HttpStatusCode.NotFound);
        await emil.GetDocumentAsync($"/admin/bookings/{Guid.NewGuid()}{page}", HttpStatusCode.NotFound);
        await henry.GetDocumentAsync($"/admin/bookings/{theirs.Id}{page}");
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
