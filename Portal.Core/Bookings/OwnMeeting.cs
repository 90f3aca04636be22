using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A meeting in the list of somebody who takes part in it without an account (A9).</summary>
/// <param name="Zone">What the times were promised in.</param>
/// <param name="CanJoin">The door is open now (A10).</param>
/// <param name="IsOver">Held, missed or called off.</param>
public sealed record OwnMeeting(
    Guid BookingId,
    string OrganizationSlug,
    string OrganizationName,
    string TypeName,
    string HostName,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone Zone,
    BookingStatus Status,
    bool CanJoin,
    bool IsOver);

/// <param name="ToCome">The next first.</param>
/// <param name="Past">The last first.</param>
public sealed record OwnMeetings(Instant Now, IReadOnlyList<OwnMeeting> ToCome, IReadOnlyList<OwnMeeting> Past);
