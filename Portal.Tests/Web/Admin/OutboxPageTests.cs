using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "F1")]
public sealed class OutboxPageTests : IAsyncLifetime
{
    private const string Page = "/admin/outbox";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task Nothing_written_yet_says_what_writes_the_first_mail()
    {
        var page = await emil.GetDocumentAsync(Page);

        Assert.Equal("No email was written yet", page.QuerySelector("#outbox .empty-state-title")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_state_is_told_in_words_and_can_be_looked_for()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        await ChangeAsync(meeting, "550 5.1.1 <…@visitor.test>: no such user", row => row.FailedAt = app.Time.GetCurrentInstant());
        await app.RunAsync((PortalDbContext db) => db.Outbox.Where(row => row.ParticipantId != meeting.VisitorId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, 2).SetProperty(row => row.LastError, "Connection refused")));

        Assert.Contains("The mail server does not take mail for this address. Given up Mon 5 January, 08:00 after once", await WordsAsync("?state=givenup"), StringComparison.Ordinal);
        Assert.Contains("The mail server could not be reached. Tried 2 times. Next try Mon 5 January, 08:00.", await WordsAsync("?state=waiting"), StringComparison.Ordinal);
        Assert.Contains("No email matches", await WordsAsync("?state=sent"), StringComparison.Ordinal);
        Assert.Equal(2, (await emil.GetDocumentAsync($"{Page}?state=nonsense")).QuerySelectorAll("#outbox tbody tr").Length);
        Assert.Contains("No email matches", await WordsAsync("?text=nobody"), StringComparison.Ordinal);
        Assert.Single((await emil.GetDocumentAsync($"{Page}?text=VERA")).QuerySelectorAll("#outbox tbody tr"));
    }

    [Fact]
    public async Task A_reminder_that_came_too_late_is_not_called_a_failure()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        await ChangeAsync(meeting, null, row =>
        {
            row.FailedAt = app.Time.GetCurrentInstant();
            row.DropReason = DropReason.Overtaken;
        });

        var words = await WordsAsync("?state=dropped");

        Assert.Contains("Too late: the next reminder was due before it could be sent.", words, StringComparison.Ordinal);
        Assert.Contains("Not needed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_again_and_stays_the_same_mail()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        var before = await ChangeAsync(meeting, "550 no such user", row => row.FailedAt = app.Time.GetCurrentInstant());
        app.Time.Advance(Duration.FromHours(3));

        var response = await emil.PostFormAsync(await emil.GetDocumentAsync($"{Page}?state=givenup"), "#outbox tbody form");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("state=givenup", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var row = await app.RunAsync((PortalDbContext db) => db.Outbox.SingleAsync(mail => mail.Id == before));
        Assert.Equal((null, app.Time.GetCurrentInstant(), app.Time.GetCurrentInstant()), (row.FailedAt, row.DueAt, row.ResentAt!.Value));
        Assert.True(await app.RunAsync((PortalDbContext db) => db.AuditEntries.AnyAsync(entry =>
            entry.Action == "mail.sent_again" && entry.ActorName == "Emil Sommer" && entry.BookingId == meeting.Id)));
        Assert.Contains("There is nothing to send again", await SayAsync(emil, await PostAsync(emil, before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_were_given_up_are_sent_again_but_not_those_of_meetings_that_are_over()
    {
        await app.BookAsync("2026-01-06T09:00");
        await GiveUpAllAsync();
        Assert.Contains("2 emails were given up", Words((await emil.GetDocumentAsync(Page)).QuerySelector(".notice-warning")!), StringComparison.Ordinal);

        Assert.Contains("2 emails are on their way again.", await SayAsync(emil, await PostAsync(emil, null)), StringComparison.Ordinal);
        Assert.Equal(0, await app.RunAsync((PortalDbContext db) => db.Outbox.CountAsync(row => row.FailedAt != null)));

        await GiveUpAllAsync();
        app.Time.Advance(Duration.FromDays(2));
        Assert.Null((await emil.GetDocumentAsync(Page)).QuerySelector(".notice-warning"));
        Assert.Contains("There is nothing to send again", await SayAsync(emil, await PostAsync(emil, null)), StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Only_admins_see_the_outbox_and_only_their_own()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        var mail = await ChangeAsync(meeting, "550", row => row.FailedAt = app.Time.GetCurrentInstant());
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        await tilda.GetDocumentAsync(Page, HttpStatusCode.Forbidden);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        Assert.Empty((await henry.GetDocumentAsync(Page)).QuerySelectorAll("#outbox tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(henry, mail)).StatusCode);
        await PostAsync(henry, null);

        Assert.NotNull((await app.RunAsync((PortalDbContext db) => db.Outbox.SingleAsync(row => row.Id == mail))).FailedAt);
    }

    [Fact]
    public async Task The_list_goes_on_below_a_page()
    {
        await app.BookAsync("2026-01-06T09:00");
        var written = await app.RunAsync((PortalDbContext db) => db.Outbox.AsNoTracking().ToListAsync());
        await app.RunAsync(async (PortalDbContext db) =>
        {
            db.Outbox.AddRange(Enumerable.Repeat(written, 30).SelectMany(rows => rows).Select(row => new OutboxMessage
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = row.OrganizationId,
                BookingId = row.BookingId,
                ParticipantId = row.ParticipantId,
                Kind = row.Kind,
                Payload = row.Payload,
                CreatedAt = row.CreatedAt,
                DueAt = row.DueAt,
            }));
            return await db.SaveChangesAsync();
        });

        var first = await emil.GetDocumentAsync(Page);
        Assert.Equal(ListOutbox.PageSize, first.QuerySelectorAll("#outbox tbody tr").Length);
        var second = await emil.GetDocumentAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(62 - ListOutbox.PageSize, second.QuerySelectorAll("#outbox tbody tr").Length);
        Assert.Empty(second.QuerySelectorAll(".pager a[rel=next]"));
        Assert.Equal("To the newest", second.QuerySelector(".pager a")!.TextContent.Trim());
    }

    [Fact, Trait("Promise", "R4")]
    public async Task A_host_sees_that_the_visitor_does_not_know_and_sends_it_again()
    {
        var meeting = await app.BookAsync("2026-01-06T09:00");
        await ChangeAsync(meeting, "550 5.1.1 no such user", row => row.FailedAt = app.Time.GetCurrentInstant());
        using var mara = await app.SignInAsync(StaffApp.Mara);
        const string sentence = "The invitation to vera@visitor.test could not be delivered: The mail server does not take mail for this address.";
        var dashboard = await mara.GetDocumentAsync("/dashboard");
        Assert.Contains(sentence, Words(dashboard.QuerySelector("#failed-mails")!), StringComparison.Ordinal);
        Assert.Contains(sentence, Words((await mara.GetDocumentAsync($"/dashboard/bookings/{meeting.Id}")).Body!), StringComparison.Ordinal);
        Assert.Contains(sentence, Words((await emil.GetDocumentAsync($"/admin/bookings/{meeting.Id}")).Body!), StringComparison.Ordinal);

        var response = await mara.PostFormAsync(dashboard, "#failed-mails form");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Null((await app.RunAsync((PortalDbContext db) => db.Outbox.SingleAsync(row => row.ParticipantId == meeting.VisitorId))).FailedAt);
        Assert.DoesNotContain(sentence, Words((await mara.GetDocumentAsync("/dashboard")).Body!), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync()
    {
        emil.Dispose();
        await app.DisposeAsync();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string> WordsAsync(string query) => Words((await emil.GetDocumentAsync(Page + query)).QuerySelector("#outbox")!);

    private static async Task<HttpResponseMessage> PostAsync(PortalClient client, Guid? mail)
    {
        var token = (await client.GetDocumentAsync(Page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.Http.PostAsync(
            $"{Page}?handler=SendAgain{(mail is null ? "" : $"&mail={mail}")}",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
    }

    private static async Task<string> SayAsync(PortalClient client, HttpResponseMessage response) =>
        Words((await client.GetDocumentAsync(response.Headers.Location!.ToString())).Body!);

    private Task<int> GiveUpAllAsync() => app.RunAsync((PortalDbContext db) => db.Outbox.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.FailedAt, app.Time.GetCurrentInstant())
        .SetProperty(row => row.LastError, "550")));

    /// <summary>Changes the visitor's mail of a meeting. Returns its id.</summary>
    private Task<Guid> ChangeAsync(BookedMeeting meeting, string? error, Action<OutboxMessage> change) => app.RunAsync(async (PortalDbContext db) =>
    {
        var row = await db.Outbox.SingleAsync(mail => mail.ParticipantId == meeting.VisitorId);
        (row.Attempts, row.LastError) = (1, error);
        change(row);
        await db.SaveChangesAsync();
        return row.Id;
    });
}
