using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;

namespace Portal.Web.Api;

public sealed record WaitingList(IReadOnlyList<WaitingPerson> Waiting);

/// <param name="WaitingSince">UTC.</param>
/// <param name="StartsAt">Of the meeting, UTC.</param>
/// <param name="DeviceVerified">False when the link was used on another device that did not show that it is the visitor's.</param>
public sealed record WaitingPerson(
    Guid ParticipantId,
    Guid BookingId,
    string Name,
    string WaitingSince,
    long WaitingSeconds,
    string MeetingType,
    Guid HostId,
    string HostName,
    bool HostIsLate,
    string StartsAt,
    string? Article,
    string Notes,
    string? HostMessage,
    bool DeviceVerified)
{
    public static WaitingPerson Of(WaitingVisitor visitor, Instant now) => new(
        visitor.ParticipantId, visitor.BookingId, visitor.Name, InstantPattern.ExtendedIso.Format(visitor.WaitingSince),
        (long)(now - visitor.WaitingSince).TotalSeconds, visitor.MeetingName, visitor.HostId, visitor.HostName, visitor.IsHostLate,
        InstantPattern.ExtendedIso.Format(visitor.StartsAt), visitor.Article, visitor.Notes, visitor.HostMessage, !visitor.IsUnverified);
}

/// <param name="ParticipantId">Of the one who waits; admission is a person's, not a booking's.</param>
/// <param name="UserId">Only to be refused when it is somebody else's than the caller's.</param>
public record WaitingDecision(Guid? ParticipantId, Guid? UserId = null);

/// <param name="Reason">Shown to the visitor; 500 characters at most.</param>
/// <param name="ComeBackAt">When the visitor may ask again, before the meeting ends: <c>2026-11-24T14:20:00+01:00</c>.</param>
public sealed record WaitingRejection(Guid? ParticipantId, string? Reason = null, string? ComeBackAt = null, Guid? UserId = null)
    : WaitingDecision(ParticipantId, UserId)
{
    /// <returns>Success with null when no moment was named.</returns>
    internal ParseResult<Instant?> ReadComeBackAt() => ComeBackAt is null
        ? ParseResult<Instant?>.ForValue(null)
        : OffsetDateTimePattern.ExtendedIso.Parse(ComeBackAt).Convert(moment => (Instant?)moment.ToInstant());
}

/// <param name="Status">approved or rejected.</param>
public sealed record WaitingDecided(string Status, Guid ParticipantId, Guid BookingId);

/// <summary>Nothing was changed: somebody else was faster, or the visitor has gone.</summary>
/// <param name="Status">approved, rejected or left.</param>
/// <param name="DecidedBy">The colleague's name; null when the visitor left.</param>
public sealed record WaitingConflict(string Error, string Status, string? DecidedBy, string? DecidedAt)
{
    public static WaitingConflict Of(DoorOutcome.NoLongerWaiting late)
    {
        var at = late.DecidedAt is { } decided ? InstantPattern.ExtendedIso.Format(decided) : null;
        return late switch
        {
            { Admission: Admission.Admitted, DecidedBy: { } by } => new($"{by} has let {late.Name} in already", "approved", by, at),
            { Admission: Admission.Declined, DecidedBy: { } by } => new($"{by} has turned {late.Name} away already", "rejected", by, at),
            _ => new($"{late.Name} no longer waits", "left", null, null),
        };
    }
}
