using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>A link that is opened in a second browser: one place, and a code before it acts for the visitor.</summary>
[Trait("Req", "N9")]
public abstract partial class SecondDeviceTests(PortalDatabase database) : WorldTests(database, AddRendering)
{
    private static readonly Guid Phone = Guid.NewGuid();
    private static readonly Guid Laptop = Guid.NewGuid();

    private BookedMeeting meeting = null!;

    public override async Task InitializeAsync()
    {
        var acme = await World.AddOrganizationAsync();
        meeting = await World.BookAndWaitAsync(await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]), "2026-01-06T10:00");
    }

    [Fact]
    public async Task The_first_browser_that_acts_is_the_visitor_s_and_the_second_needs_the_code_from_the_mail()
    {
        Assert.IsType<BindBrowserOutcome.ActsForVisitor>(await BindAsync(Laptop));
        World.Clock.Advance(Duration.FromSeconds(10));
        Assert.IsType<BindBrowserOutcome.NeedsCode>(await BindAsync(Phone));
        Assert.IsType<BindBrowserOutcome.ActsForVisitor>(await BindAsync(Laptop));

        var code = await MailedCodeAsync();
        Assert.Matches("^[0-9]{3} [0-9]{3}$", code);
        Assert.IsType<ShowCodeOutcome.Verified>(await ShowAsync(Phone, code));
        Assert.IsType<BindBrowserOutcome.ActsForVisitor>(await BindAsync(Phone));
        var place = await World.PlaceOfAsync(meeting);
        Assert.Equal([new BrowserAtDoor(Laptop, true), new BrowserAtDoor(Phone, true)], place.Browsers);
    }

    [Fact]
    public async Task Of_two_browsers_that_are_first_at_once_one_is()
    {
        var outcomes = await Simultaneously.RunAsync<BindBrowserOutcome>([.. Enumerable.Range(0, 4).Select(_ => (Func<Task<BindBrowserOutcome>>)(() => BindAsync(Guid.NewGuid())))]);

        Assert.Single(outcomes.OfType<BindBrowserOutcome.ActsForVisitor>());
        Assert.Equal(3, outcomes.OfType<BindBrowserOutcome.NeedsCode>().Count());
    }

    [Fact]
    public async Task A_wrong_code_counts_and_after_five_even_the_right_one_is_refused()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        var code = await MailedCodeAsync();
        var wrong = code.StartsWith('0') ? "111111" : "000000";

        for (var left = VisitorBrowser.MostAttempts - 1; left > 0; left--)
            Assert.Equal(new ShowCodeOutcome.Wrong(left), await ShowAsync(Phone, wrong));
        Assert.IsType<ShowCodeOutcome.NoCodeToTry>(await ShowAsync(Phone, wrong));

        Assert.IsType<ShowCodeOutcome.NoCodeToTry>(await ShowAsync(Phone, code));
        Assert.IsType<BindBrowserOutcome.NeedsCode>(await BindAsync(Phone));
    }

    [Fact]
    public async Task Guesses_made_at_once_are_counted_one_by_one()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        var code = await MailedCodeAsync();
        var wrong = code.StartsWith('0') ? "111111" : "000000";

        await Simultaneously.RunAsync(4, () => ShowAsync(Phone, wrong));

        Assert.Equal(4, (await BrowserAsync(Phone)).CodeAttempts);
    }

    [Fact]
    public async Task A_code_works_for_ten_minutes_in_the_browser_it_was_asked_for_and_no_other()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        var code = await MailedCodeAsync();
        var stranger = Guid.NewGuid();
        await BindAsync(stranger);

        Assert.IsType<ShowCodeOutcome.NoCodeToTry>(await ShowAsync(stranger, code));
        Assert.IsType<ShowCodeOutcome.NoCodeToTry>(await ShowAsync(Guid.NewGuid(), code));
        World.Clock.Advance(VisitorBrowser.CodeLifetime);
        Assert.IsType<ShowCodeOutcome.NoCodeToTry>(await ShowAsync(Phone, code));
    }

    [Fact]
    public async Task Another_code_is_sent_after_a_minute_and_takes_the_place_of_the_one_before()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        var first = await MailedCodeAsync();
        Assert.Equal(new AskForCodeOutcome.TooSoon(World.Now + VisitorBrowser.CodesApart), await AskAsync(Phone));
        // the mails all go to one person, whichever browser asks
        var another = Guid.NewGuid();
        await BindAsync(another);
        Assert.Equal(1, await CodesAsync());

        World.Clock.Advance(VisitorBrowser.CodesApart);
        Assert.IsType<AskForCodeOutcome.Sent>(await AskAsync(Phone));
        var second = await MailedCodeAsync();

        Assert.Equal(2, await CodesAsync());
        if (second != first)
            Assert.IsType<ShowCodeOutcome.Wrong>(await ShowAsync(Phone, first));
        Assert.IsType<ShowCodeOutcome.Verified>(await ShowAsync(Phone, second));
        Assert.IsType<AskForCodeOutcome.NotNeeded>(await AskAsync(Phone));
    }

    [Fact]
    public async Task The_code_stands_in_no_table()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        var code = (await MailedCodeAsync()).Replace(" ", "", StringComparison.Ordinal);

        var payloads = await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == meeting.Id).Select(row => row.Payload).ToListAsync());
        Assert.DoesNotContain(payloads, payload => payload.Contains(code, StringComparison.Ordinal));
        Assert.Equal(32, (await BrowserAsync(Phone)).CodeHash!.Length);
    }

    [Fact]
    public async Task A_link_is_not_bound_to_more_browsers_than_a_person_has()
    {
        for (var browser = 0; browser < BindBrowser.MostBrowsers; browser++)
            await BindAsync(Guid.NewGuid());

        Assert.IsType<BindBrowserOutcome.TooManyBrowsers>(await BindAsync(Phone));
    }

    [Fact]
    public async Task The_history_tells_of_the_second_device_and_of_its_code()
    {
        await BindAsync(Laptop);
        await BindAsync(Phone);
        await ShowAsync(Phone, await MailedCodeAsync());

        var history = await World.ReadAsync(db => db.AuditEntries.Where(row => row.BookingId == meeting.Id).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync());
        Assert.Equal(["visitor.another_device", "visitor.device_verified"], history.Where(action => action.Contains("device", StringComparison.Ordinal)));
    }

    private Task<BindBrowserOutcome> BindAsync(Guid browser) =>
        World.RunAsync((BindBrowser bind) => bind.RunAsync(new BindBrowserRequest(meeting.VisitorId, browser), default));

    private Task<ShowCodeOutcome> ShowAsync(Guid browser, string code) =>
        World.RunAsync((ShowCode show) => show.RunAsync(new ShowCodeRequest(meeting.VisitorId, browser, code), default));

    private Task<AskForCodeOutcome> AskAsync(Guid browser) =>
        World.RunAsync((AskForCode ask) => ask.RunAsync(new BindBrowserRequest(meeting.VisitorId, browser), default));

    private Task<int> CodesAsync() => World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == meeting.Id && row.Kind == DeviceCode.Kind));

    private Task<VisitorBrowser> BrowserAsync(Guid browser) => World.ReadAsync(db => db.VisitorBrowsers.SingleAsync(row => row.ParticipantId == meeting.VisitorId && row.BrowserId == browser));

    /// <summary>From the latest mail, rendered as the delivery does.</summary>
    private async Task<string> MailedCodeAsync()
    {
        var row = await World.ReadAsync(db => db.Outbox.AsNoTracking()
            .Where(message => message.BookingId == meeting.Id && message.Kind == DeviceCode.Kind).OrderByDescending(message => message.Id).FirstAsync());
        var mail = await World.RunAsync(async (Rendering rendering) => await rendering.RunAsync(row));
        Assert.Equal("vera@visitor.test", mail.To);
        Assert.DoesNotContain("/meetings/", mail.Html, StringComparison.Ordinal);
        return Code().Match(mail.Text).Value;
    }

    private static void AddRendering(IServiceCollection services) => services
        .AddSingleton(Microsoft.Extensions.Options.Options.Create(new PortalOptions { BaseUrl = "https://portal.test" }))
        .AddSingleton(new MailOptions { From = "Portal <meetings@portal.test>" })
        .AddScoped<RenderMessage>()
        .AddScoped<Rendering>();

    [GeneratedRegex("[0-9]{3} [0-9]{3}")]
    private static partial Regex Code();

    private sealed class Rendering(RenderMessage render, Portal.Core.Persistence.PortalDbContext db)
    {
        public async Task<OutgoingMail> RunAsync(OutboxMessage row)
        {
            var mail = await render.RunAsync(row, default);
            await db.SaveChangesAsync();
            return mail;
        }
    }
}

public sealed class SecondDeviceTests_on_Sqlite(SqliteDatabase database) : SecondDeviceTests(database), IClassFixture<SqliteDatabase>;

public sealed class SecondDeviceTests_on_Postgres(PostgresDatabase database) : SecondDeviceTests(database), IClassFixture<PostgresDatabase>;
