using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Mails the invited address another code for a browser that waits to be verified.</summary>
public sealed class AskForCode(PortalDbContext db, IClock clock)
{
    public Task<AskForCodeOutcome> RunAsync(BindBrowserRequest request, CancellationToken ct) => db.RepeatAsync(() => AskAsync(request, ct), ct);

    /// <summary>One after the other whichever browser asks: the mails all go to one person.</summary>
    internal static bool MayAsk(IEnumerable<VisitorBrowser> browsers, Instant now) =>
        browsers.All(browser => browser.CodeAskedAt is not { } asked || now - asked >= VisitorBrowser.CodesApart);

    private async Task<AskForCodeOutcome> AskAsync(BindBrowserRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var browsers = await db.VisitorBrowsers.Where(row => row.ParticipantId == request.ParticipantId).ToListAsync(ct);
        var browser = browsers.Find(row => row.BrowserId == request.BrowserId);
        if (browser is null or { IsVerified: true })
            return new AskForCodeOutcome.NotNeeded();
        if (!MayAsk(browsers, now))
            return new AskForCodeOutcome.TooSoon(browsers.Max(row => row.CodeAskedAt)!.Value + VisitorBrowser.CodesApart);

        var booking = await db.LoadMeetingOfAsync(request.ParticipantId, ct);
        browser.CodeAskedAt = now;
        db.Outbox.Add(OutboxMessage.For(booking.Participants.Single(row => row.Id == request.ParticipantId), DeviceCode.Of(booking, browser.BrowserId), now));
        await db.SaveChangesAsync(ct);
        return new AskForCodeOutcome.Sent();
    }
}

public abstract record AskForCodeOutcome
{
    private AskForCodeOutcome()
    {
    }

    public sealed record Sent : AskForCodeOutcome;

    public sealed record TooSoon(Instant From) : AskForCodeOutcome;

    /// <summary>The browser acts for the visitor already, or never acted at all.</summary>
    public sealed record NotNeeded : AskForCodeOutcome;
}
