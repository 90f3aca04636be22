using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>A host or an admin writes down what came of a meeting. It can be written anew at any time; the history keeps each.</summary>
public sealed class NoteResult(PortalDbContext db, IClock clock)
{
    public Task<NoteResultOutcome> RunAsync(NoteResultRequest request, CancellationToken ct) => db.RepeatAsync(() => NoteAsync(request, ct), ct);

    private async Task<NoteResultOutcome> NoteAsync(NoteResultRequest request, CancellationToken ct)
    {
        var (member, now) = (request.By, clock.GetCurrentInstant());
        if (await db.FindHostsOfAsync(member.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new NoteResultOutcome.BookingNotFound();
        if (!member.MayChange(hosts))
            return new NoteResultOutcome.NotYours();
        var booking = await db.LoadForChangeAsync(request.BookingId, ct);
        if (!CanNote(booking, now))
            return new NoteResultOutcome.NotHeld(booking.Status);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        if (booking.Result == request.Result && booking.ResultNote == note)
            return new NoteResultOutcome.Noted();
        booking.NoteResult(request.Result, note);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.result_noted", member.AsActor(), now, note is null ? Word(request.Result) : $"{Word(request.Result)}: {note}"));
        await db.SaveChangesAsync(ct);
        return new NoteResultOutcome.Noted();
    }

    /// <summary>It has begun, and was not called off.</summary>
    public static bool CanNote(Booking booking, Instant now) =>
        booking.Status is BookingStatus.InProgress or BookingStatus.Completed or BookingStatus.NoShow
        || (booking.Status is BookingStatus.Confirmed or BookingStatus.Waiting && now >= booking.StartsAt);

    private static string Word(MeetingResult result) => result switch
    {
        MeetingResult.Solved => "solved",
        MeetingResult.FollowUp => "follow-up needed",
        _ => "not solved",
    };
}

/// <param name="Note">For the organisation only; null or blank for none.</param>
public sealed record NoteResultRequest(CurrentMember By, Guid BookingId, MeetingResult Result, string? Note);

public abstract record NoteResultOutcome
{
    private NoteResultOutcome()
    {
    }

    public sealed record Noted : NoteResultOutcome;

    /// <summary>It has not begun, or was called off.</summary>
    public sealed record NotHeld(BookingStatus Status) : NoteResultOutcome;

    /// <summary>Neither a host of it nor an admin.</summary>
    public sealed record NotYours : NoteResultOutcome;

    public sealed record BookingNotFound : NoteResultOutcome;
}
