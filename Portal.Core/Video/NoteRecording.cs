using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>Writes into the history that somebody began or stopped to record the call on their own computer.</summary>
public sealed class NoteRecording(PortalDbContext db, IClock clock)
{
    public async Task RunAsync(Guid bookingId, Actor by, bool isRecording, CancellationToken ct)
    {
        var booking = await db.Bookings.SingleAsync(row => row.Id == bookingId, ct);
        var action = isRecording ? "call.recording_started" : "call.recording_stopped";
        db.AuditEntries.Add(AuditEntry.Of(booking, action, by, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
    }
}
