using NodaTime;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Bookings;

/// <summary>A meeting as its visitor sees it.</summary>
/// <param name="Zone">The visitor's: what the times were promised in.</param>
/// <param name="StatusReason">Why it was cancelled or refused, in the words of whoever did; null when none were given.</param>
/// <param name="IsOver">Held, missed or called off: it cannot be joined any more.</param>
/// <param name="CanJoin">The door is open now (A10).</param>
/// <param name="CanMove">As far as the moment and the policy go; whether a time is free is another question.</param>
/// <param name="CancelBefore">From this moment on the policy lets the visitor no longer cancel.</param>
/// <param name="MoveBefore">From this moment on the policy lets the visitor no longer move it.</param>
/// <param name="MovesLeft">How often the visitor may still move it; null for any number.</param>
/// <param name="Guests">The email addresses of those the visitor brings along.</param>
public sealed record VisitorMeeting(
    Guid BookingId,
    string OrganizationSlug,
    string OrganizationName,
    string TypeSlug,
    string TypeName,
    string HostName,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone Zone,
    BookingStatus Status,
    string? StatusReason,
    int Sequence,
    string VisitorName,
    string VisitorEmail,
    string Notes,
    string? Article,
    Instant OpensAt,
    Instant Now,
    bool IsOver,
    bool CanJoin,
    bool CanMove,
    bool CanCancel,
    MeetingPolicy Policy,
    Instant CancelBefore,
    Instant MoveBefore,
    int? MovesLeft,
    IReadOnlyList<BookingAnswer> Answers,
    IReadOnlyList<string> Guests);
