using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A browser shows the code that was mailed to the invited address: from then on it acts for the visitor (N9).</summary>
public sealed class ShowCode(PortalDbContext db, IClock clock)
{
    public Task<ShowCodeOutcome> RunAsync(ShowCodeRequest request, CancellationToken ct) =>
        // several guesses at once: each of them counts
        db.RepeatAsync(() => ShowAsync(request, ct), ct);

    private async Task<ShowCodeOutcome> ShowAsync(ShowCodeRequest request, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var browser = await db.VisitorBrowsers.SingleOrDefaultAsync(
            row => row.ParticipantId == request.ParticipantId && row.BrowserId == request.BrowserId, ct);
        if (browser is { IsVerified: true })
            return new ShowCodeOutcome.Verified();
        if (browser is null || !browser.CanTry(now))
            return new ShowCodeOutcome.NoCodeToTry();

        var digits = string.Concat(request.Code.Where(char.IsAsciiDigit).Take(7));
        if (browser.Show(digits, now))
        {
            var booking = await db.LoadMeetingOfAsync(request.ParticipantId, ct);
            var participant = booking.Participants.Single(row => row.Id == request.ParticipantId);
            db.AuditEntries.Add(AuditEntry.Of(booking, "visitor.device_verified", Actor.Visitor(participant), now));
        }

        await db.SaveChangesAsync(ct);
        return browser switch
        {
            { IsVerified: true } => new ShowCodeOutcome.Verified(),
            _ when browser.CanTry(now) => new ShowCodeOutcome.Wrong(VisitorBrowser.MostAttempts - browser.CodeAttempts),
            _ => new ShowCodeOutcome.NoCodeToTry(),
        };
    }
}

/// <param name="Code">As typed; anything but digits is left out.</param>
public sealed record ShowCodeRequest(Guid ParticipantId, Guid BrowserId, string Code);

public abstract record ShowCodeOutcome
{
    private ShowCodeOutcome()
    {
    }

    public sealed record Verified : ShowCodeOutcome;

    public sealed record Wrong(int AttemptsLeft) : ShowCodeOutcome;

    /// <summary>None was mailed, it has expired, or too many were wrong.</summary>
    public sealed record NoCodeToTry : ShowCodeOutcome;
}
