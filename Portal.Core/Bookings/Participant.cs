using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A person in one meeting: who they are, whether they were let in, whether they are in the call.</summary>
public sealed class Participant
{
    public required Guid Id { get; init; }

    public required Guid BookingId { get; init; }

    public Booking? Booking { get; init; }

    public required Guid OrganizationId { get; init; }

    public required ParticipantRole Role { get; init; }

    /// <summary>The account of a host or a colleague; null for a visitor.</summary>
    public Guid? UserId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public Admission Admission { get; private set; } = Admission.Outside;

    public Instant? WaitingSince { get; private set; }

    /// <summary>Last sign of life of the waiting page; a job removes those silent for long (B9).</summary>
    public Instant? LastSeenAt { get; set; }

    /// <summary>Null when nobody had to: staff, or an organisation without a waiting room.</summary>
    public Guid? ApprovedBy { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    public Guid? RejectedBy { get; private set; }

    public Instant? RejectedAt { get; private set; }

    public string? RejectionReason { get; private set; }

    /// <summary>First entry into the call.</summary>
    public Instant? JoinedAt { get; private set; }

    /// <summary>Set while the participant is not in the call after having been; null again on return.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>When the connection to the call was lost without a goodbye; a return clears it.</summary>
    public Instant? DisconnectedAt { get; set; }

    /// <summary>Raised with every change of admission: of two hosts acting at once, the second is refused (B8).</summary>
    public int Version { get; private set; }

    public bool IsStaff => Role is ParticipantRole.Host or ParticipantRole.Staff;

    public bool IsInCall => JoinedAt is not null && LeftAt is null;

    public Actor AsActor() => IsStaff ? Actor.Staff(UserId!.Value, Name) : Actor.Visitor(this);

    /// <summary>Comes to the door, for the first time or again after being declined.</summary>
    public void Enter(Instant now)
    {
        if (Admission is Admission.Waiting or Admission.Admitted)
            return;
        Admission = Admission.Waiting;
        WaitingSince = now;
        LastSeenAt = now;
        RejectedBy = null;
        RejectedAt = null;
        RejectionReason = null;
    }

    /// <param name="by">The member who let them in; null where no waiting room stands between.</param>
    public void Admit(Guid? by, Instant now)
    {
        Admission = Admission.Admitted;
        ApprovedBy = by;
        ApprovedAt = now;
    }

    public void Decline(Guid by, string? reason, Instant now)
    {
        Admission = Admission.Declined;
        RejectedBy = by;
        RejectedAt = now;
        RejectionReason = reason;
    }

    public void GiveUpWaiting()
    {
        Admission = Admission.Outside;
        WaitingSince = null;
    }

    /// <summary>The meeting got another time: nobody was let in to it, turned away from it or in it yet.</summary>
    public void StartOver()
    {
        Admission = Admission.Outside;
        WaitingSince = null;
        ApprovedBy = null;
        ApprovedAt = null;
        RejectedBy = null;
        RejectedAt = null;
        RejectionReason = null;
        JoinedAt = null;
        LeftAt = null;
        DisconnectedAt = null;
    }

    public void Join(Instant now)
    {
        JoinedAt ??= now;
        LeftAt = null;
        DisconnectedAt = null;
    }

    public void Leave(Instant now)
    {
        LeftAt = now;
        DisconnectedAt = null;
    }
}
