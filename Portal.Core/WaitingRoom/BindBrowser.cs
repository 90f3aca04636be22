using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>
/// A browser acts on a visitor's link, which a look alone never is: mail scanners look. The first one, which is the one they
/// booked in if they did it themselves, is the visitor's; any other has to show a code that is mailed to the invited address
/// before it acts for them (N9).
/// </summary>
public sealed class BindBrowser(PortalDbContext db, IClock clock)
{
    /// <summary>Of one visitor. Nobody has more; whoever tries to is refused.</summary>
    public const int MostBrowsers = 10;

    public Task<BindBrowserOutcome> RunAsync(BindBrowserRequest request, CancellationToken ct) =>
        db.RepeatAsync(() => BindAsync(request, ct), ct);

    private async Task<BindBrowserOutcome> BindAsync(BindBrowserRequest request, CancellationToken ct)
    {
        // first, so that a browser bound between the two looks is noticed by its version
        var booking = await db.LoadMeetingOfAsync(request.ParticipantId, ct);
        var bound = await db.VisitorBrowsers.Where(row => row.ParticipantId == request.ParticipantId).ToListAsync(ct);
        if (bound.Find(row => row.BrowserId == request.BrowserId) is { } known)
            return known.IsVerified || request.IsRemembered ? new BindBrowserOutcome.ActsForVisitor() : new BindBrowserOutcome.NeedsCode();
        var now = clock.GetCurrentInstant();
        if (!JoinWindow.IsOpenForVisitors(booking, now))
            return new BindBrowserOutcome.DoorClosed();
        if (bound.Count >= MostBrowsers)
            return new BindBrowserOutcome.TooManyBrowsers();

        var participant = booking.Participants.Single(row => row.Id == request.ParticipantId);
        var browser = new VisitorBrowser
        {
            ParticipantId = participant.Id,
            BrowserId = request.BrowserId,
            OrganizationId = participant.OrganizationId,
            BoundAt = now,
        };
        if (bound.Count == 0 || request.IsRemembered)
        {
            browser.Verify(now);
        }
        else
        {
            db.AuditEntries.Add(AuditEntry.Of(booking, "visitor.another_device", Actor.Visitor(participant), now));
            if (AskForCode.MayAsk(bound, now))
            {
                browser.CodeAskedAt = now;
                db.Outbox.Add(OutboxMessage.For(participant, DeviceCode.Of(booking, browser.BrowserId), now));
            }
        }

        db.VisitorBrowsers.Add(browser);
        // of two browsers that are the first at once, one is
        db.Entry(booking).Property(row => row.Version).IsModified = true;
        await db.SaveChangesAsync(ct);
        return browser.IsVerified ? new BindBrowserOutcome.ActsForVisitor() : new BindBrowserOutcome.NeedsCode();
    }
}

/// <param name="ParticipantId">From the visitor's link.</param>
/// <param name="BrowserId">From the visitor's cookie.</param>
/// <param name="IsRemembered">The cookie says that it acts for the visitor.</param>
public sealed record BindBrowserRequest(Guid ParticipantId, Guid BrowserId, bool IsRemembered = false);

public abstract record BindBrowserOutcome
{
    private BindBrowserOutcome()
    {
    }

    public sealed record ActsForVisitor : BindBrowserOutcome;

    /// <summary>Another browser acts for the visitor; a code is on its way to them.</summary>
    public sealed record NeedsCode : BindBrowserOutcome;

    public sealed record TooManyBrowsers : BindBrowserOutcome;

    /// <summary>The meeting is over, or its door is not open yet.</summary>
    public sealed record DoorClosed : BindBrowserOutcome;
}
