using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Bookings;

namespace Portal.Core.Auditing;

/// <summary>One line of the history. Added in the transaction of the act it tells of, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Instant At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Past tense, dotted: <c>booking.cancelled</c>.</summary>
    public required string Action { get; init; }

    public Guid? BookingId { get; init; }

    public string? Detail { get; init; }

    public static AuditEntry Of(Booking booking, string action, Actor actor, Instant now, string? detail = null) => new()
    {
        OrganizationId = booking.OrganizationId,
        At = now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Action = action,
        BookingId = booking.Id,
        Detail = detail,
    };

    /// <summary>What was done to a host's time; the host is named in the detail.</summary>
    public static AuditEntry OfHost(HostKey host, string action, Actor actor, Instant now, string? detail = null) => new()
    {
        OrganizationId = host.OrganizationId,
        At = now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Action = action,
        Detail = $"{host.HostId} {detail}".TrimEnd(),
    };

    /// <summary>About the organisation itself rather than one booking.</summary>
    public static AuditEntry Of(Guid organizationId, string action, Actor actor, Instant now, string? detail = null) => new()
    {
        OrganizationId = organizationId,
        At = now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Action = action,
        Detail = detail,
    };
}
