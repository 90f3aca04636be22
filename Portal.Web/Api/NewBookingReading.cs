using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Web.Pages.Book;

namespace Portal.Web.Api;

/// <summary>A booking's body as the use case takes it, or what is wrong with which of its values.</summary>
internal sealed record NewBookingReading(BookSlotRequest? Request, IReadOnlyDictionary<string, string[]> Faults)
{
    public static NewBookingReading Of(NewBookingBody body, CurrentMember member, string? idempotencyKey)
    {
        var faults = new Faults();
        var start = Moments.Read(body.StartTime ?? body.ScheduledAt);
        faults.Unless(!string.IsNullOrWhiteSpace(body.MeetingType), "meeting_type", "Send its word in addresses.");
        faults.Unless(start is not null, "start_time", "Send a moment with its offset, like 2026-11-24T13:00:00Z.");
        faults.Unless(body.StartTime is null || body.ScheduledAt is null || Moments.Read(body.ScheduledAt) == start, "scheduled_at", "It says another moment than start_time.");
        faults.Unless(body.Name?.Trim() is { Length: > 0 and <= 200 }, "name", "Send 1 to 200 characters.");
        faults.Unless(IsInbox(body.Email), "email", "Send an address like name@example.org.");
        faults.Unless(body.Notes is not { Length: > 4000 }, "notes", "There is room for 4000 characters.");
        faults.Unless(body.Article is not { Length: > 200 }, "article", "There is room for 200 characters.");
        faults.Unless(body.DurationMinutes is null or (> 0 and <= 1440), "duration_minutes", "Send one of the type's lengths.");
        DateTimeZone? zone = member.Zone;
        faults.Unless(body.TimeZone is null || Zones.TryFind(body.TimeZone, out zone), "time_zone", "Send a zone like Europe/Berlin.");
        Guid key = default;
        faults.Unless(string.IsNullOrEmpty(idempotencyKey) || Guid.TryParse(idempotencyKey, out key), "Idempotency-Key", "Send a UUID.");
        if (faults.Any)
            return new NewBookingReading(null, faults.All);

        return new NewBookingReading(
            new BookSlotRequest(
                member.OrganizationSlug, body.MeetingType!.Trim(), start!.Value, zone!, body.Name!.Trim(), body.Email!.Trim(), body.Notes?.Trim() ?? "", body.Article)
            {
                Length = body.DurationMinutes is { } minutes ? Duration.FromMinutes(minutes) : null,
                LinkKey = body.Key,
                Answers = (body.Answers ?? new Dictionary<string, IReadOnlyList<string>>())
                    .ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. (answer.Value ?? []).OfType<string>()]),
                Guests = [.. (body.Guests ?? []).OfType<string>()],
                RequestKey = string.IsNullOrEmpty(idempotencyKey) ? null : key,
            },
            faults.All);
    }

    /// <summary>An address a mail can be sent to.</summary>
    public static bool IsInbox(string? email) => email?.Trim() is { Length: > 0 and <= 254 } && new EmailInboxAttribute().IsValid(email);
}

/// <summary>What is wrong with the values of a body.</summary>
internal sealed class Faults
{
    private readonly Dictionary<string, string[]> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyDictionary<string, string[]> All => found;

    public void Unless(bool fits, string field, string sentence)
    {
        if (!fits)
            found[field] = [sentence];
    }
}
