using NodaTime;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;

namespace Portal.Core.Bookings;

/// <summary>
/// One meeting. Times are instants; beside the start stands the wall time the visitor was promised, so that a later
/// change of zone rules can be noticed.
/// </summary>
public sealed class Booking
{
    /// <summary>How long after its end it can be said that a meeting was missed, or that it was not.</summary>
    public static readonly Duration Correctable = Duration.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Organization? Organization { get; init; }

    public required Guid MeetingTypeId { get; init; }

    public MeetingType? MeetingType { get; init; }

    public required Guid HostId { get; set; }

    public PortalUser? Host { get; init; }

    /// <summary>When the present host took it over from a colleague; null for the host it was booked with.</summary>
    public Instant? HandedOverAt { get; private set; }

    public BookingStatus Status { get; private set; } = BookingStatus.Pending;

    public required Instant StartsAt { get; set; }

    public required Instant EndsAt { get; set; }

    /// <summary>The start on the visitor's clock, as promised.</summary>
    public required LocalDateTime VisitorStart { get; set; }

    public required DateTimeZone VisitorZone { get; set; }

    public required DateTimeZone HostZone { get; set; }

    public required string VisitorName { get; init; }

    public required string VisitorEmail { get; init; }

    public string Notes { get; init; } = "";

    /// <summary>The help-centre article the visitor came from, as its link named it.</summary>
    public string? Article { get; init; }

    public List<BookingAnswer> Answers { get; init; } = [];

    /// <summary>The group meeting it has a seat in, which is the id of the claim; null for a meeting of its own.</summary>
    public Guid? GroupId { get; set; }

    /// <summary>The one-off slot it was booked at; null for one of the weekly hours.</summary>
    public Guid? SessionSlotId { get; init; }

    /// <summary>How often its visitor moved it.</summary>
    public int VisitorMoves { get; private set; }

    /// <summary>What the form carried, so that sending it twice books once (R11); null when none was sent.</summary>
    public Guid? RequestKey { get; init; }

    /// <summary>SHA-256 of what was asked for with <see cref="RequestKey"/>.</summary>
    public byte[]? RequestDigest { get; init; }

    /// <summary>SEQUENCE of the invitation: 0 at first, one more with every change (RFC 5546).</summary>
    public int Sequence { get; private set; }

    /// <summary>
    /// Part of the call's room name. A removal or an end raises it, so that a ticket for the room before opens nothing (X4).
    /// </summary>
    public int RoomEpoch { get; private set; }

    public required Instant CreatedAt { get; init; }

    public Instant? StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public string? CancellationReason { get; private set; }

    /// <summary>Who was not there, of a meeting that did not take place because of it; null when nobody is to blame.</summary>
    public MissingSide? MissedBy { get; private set; }

    /// <summary>What came of it, as its host says; null until they do.</summary>
    public MeetingResult? Result { get; private set; }

    /// <summary>For the organisation only.</summary>
    public string? ResultNote { get; private set; }

    public List<Participant> Participants { get; init; } = [];

    /// <summary>Raised with every change; two people changing one booking at once: the second is refused.</summary>
    public int Version { get; private set; }

    /// <summary>Everybody who holds it: one, or all of a collective meeting, the first of them first.</summary>
    public IReadOnlyList<Guid> HostIds() =>
    [
        HostId,
        .. Participants.Where(participant => participant.Role == ParticipantRole.Host && participant.UserId != HostId)
            .Select(participant => participant.UserId!.Value),
    ];

    public void Confirm() => Become(BookingStatus.Confirmed);

    public void Reject(string? reason)
    {
        Become(BookingStatus.Rejected);
        CancellationReason = reason;
    }

    public void Expire() => Become(BookingStatus.Expired);

    public void Cancel(string? reason)
    {
        Become(BookingStatus.Cancelled);
        CancellationReason = reason;
        Sequence++;
    }

    /// <summary>Waiting is derived from the participants (X3); call this after any of them changed.</summary>
    public void ReflectWaiting()
    {
        var someoneWaits = Participants.Any(participant => participant.Admission == Admission.Waiting);
        if (someoneWaits && Status == BookingStatus.Confirmed)
            Become(BookingStatus.Waiting);
        else if (!someoneWaits && Status == BookingStatus.Waiting)
            Become(BookingStatus.Confirmed);
        // what was derived from all participants is stale when another one changes: of two such changes at once one is refused
        Version++;
    }

    /// <summary>Somebody entered the call. Does nothing while the call already runs.</summary>
    public void Start(Instant now)
    {
        if (Status == BookingStatus.InProgress)
            return;
        Become(BookingStatus.InProgress);
        StartedAt = now;
    }

    /// <summary>Everybody has left before the two sides met: the meeting is still to come.</summary>
    public void Interrupt()
    {
        Become(BookingStatus.Confirmed);
        StartedAt = null;
    }

    public void Complete(Instant now)
    {
        Become(BookingStatus.Completed);
        EndedAt = now;
        RoomEpoch++;
    }

    public void MarkNoShow(MissingSide absent, Instant now)
    {
        Become(BookingStatus.NoShow);
        MissedBy = absent;
        EndedAt = now;
        RoomEpoch++;
    }

    /// <summary>The visitor did not wait any longer for a host who was not there; it counts against nobody but the host.</summary>
    public void GiveUpOnHost(Instant now)
    {
        MarkNoShow(MissingSide.Host, now);
        Sequence++;
    }

    /// <summary>The visitor called it off because the host was not there.</summary>
    public void CancelForMissingHost(string? reason)
    {
        Cancel(reason);
        MissedBy = MissingSide.Host;
    }

    /// <summary>Those who are written to: everybody but hosts who handed it over.</summary>
    public IEnumerable<Participant> Readers() => Participants.Where(participant => participant.HandedOverAt is null);

    /// <summary>Another host holds it from now on; its time, its links and its people's admission stay as they are.</summary>
    /// <param name="hostZone">The new host's.</param>
    public void HandOver(Guid hostId, DateTimeZone hostZone, Instant now)
    {
        if (Status.IsFinal())
            throw new IllegalBookingTransitionException(Status, Status);
        HostId = hostId;
        HostZone = hostZone;
        HandedOverAt = now;
        Sequence++;
    }

    /// <summary>The call goes on in another room; whoever has a ticket for this one has nothing.</summary>
    public void LeaveRoomBehind()
    {
        RoomEpoch++;
        Version++;
    }

    /// <summary>Whether it was held or missed can still be said otherwise.</summary>
    public bool CanBeCorrected(Instant now) =>
        Status is BookingStatus.Completed or BookingStatus.NoShow && now < Instant.Max(EndsAt, EndedAt ?? EndsAt) + Correctable;

    /// <summary>One side says that the other did not come, also of a meeting that was taken for held.</summary>
    public void ReportNoShow(MissingSide absent, Instant now)
    {
        if (Status != BookingStatus.Completed || !CanBeCorrected(now))
        {
            MarkNoShow(absent, now);
            return;
        }

        Status = BookingStatus.NoShow;
        MissedBy = absent;
        Version++;
    }

    /// <summary>It was no no-show: it was held, or is on again.</summary>
    /// <param name="next">Completed, or confirmed while its time lasts and is still its own.</param>
    public void TakeBackNoShow(BookingStatus next, Instant now)
    {
        if (Status != BookingStatus.NoShow || !CanBeCorrected(now))
            throw new IllegalBookingTransitionException(Status, next);
        Status = next;
        MissedBy = null;
        if (next == BookingStatus.Confirmed)
            (StartedAt, EndedAt) = (null, null);
        Version++;
    }

    public void NoteResult(MeetingResult result, string? note)
    {
        Result = result;
        ResultNote = note;
        Version++;
    }

    public bool CanMove => Status is BookingStatus.Pending or BookingStatus.Confirmed;

    /// <param name="byVisitor">Counts against how often a visitor may move it.</param>
    public void Move(Instant startsAt, Instant endsAt, DateTimeZone visitorZone, bool byVisitor)
    {
        if (!CanMove)
            throw new IllegalBookingTransitionException(Status, Status);
        StartsAt = startsAt;
        EndsAt = endsAt;
        VisitorZone = visitorZone;
        VisitorStart = startsAt.InZone(visitorZone).LocalDateTime;
        Sequence++;
        if (byVisitor)
            VisitorMoves++;
        foreach (var participant in Participants)
            participant.StartOver();
    }

    private void Become(BookingStatus next)
    {
        if (!Status.CanBecome(next))
            throw new IllegalBookingTransitionException(Status, next);
        Status = next;
        if (!next.IsFinal())
            return;
        // nobody waits at the door of a meeting that is over
        foreach (var participant in Participants.Where(participant => participant.Admission == Admission.Waiting))
            participant.GiveUpWaiting();
    }
}
