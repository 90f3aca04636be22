using NodaTime;
using Portal.Core.Bookings.Afterwards;

namespace Portal.Core.Bookings;

/// <summary>A person in one meeting: who they are, whether they were let in, whether they are in the call.</summary>
public sealed class Participant
{
    /// <summary>How long the place of somebody whose page fell silent is kept: a phone that slept, a train in a tunnel.</summary>
    public static readonly Duration PlaceKeptFor = Duration.FromMinutes(15);

    /// <summary>How long a declined visitor has to wait before asking again, where neither host nor organisation chose otherwise.</summary>
    public static readonly Duration RetryAfter = Duration.FromMinutes(1);

    public required Guid Id { get; init; }

    public required Guid BookingId { get; init; }

    public Booking? Booking { get; init; }

    public required Guid OrganizationId { get; init; }

    public required ParticipantRole Role { get; set; }

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

    /// <summary>When the host who declined asked them to come back; null when no time was named.</summary>
    public Instant? ComeBackAt { get; private set; }

    /// <summary>Declined, they may not ask again before this.</summary>
    public Instant? RetryAt { get; private set; }

    /// <summary>When a sweep took them from the door because their page was silent; their place is kept for a while.</summary>
    public Instant? WentSilentAt { get; private set; }

    /// <summary>The last thing a host told them while they waited.</summary>
    public string? HostMessage { get; private set; }

    public Instant? HostMessageAt { get; private set; }

    /// <summary>How the camera did in their last device check, at the door or days before; null when it was never tried.</summary>
    public DeviceState? Camera { get; set; }

    /// <inheritdoc cref="Camera"/>
    public DeviceState? Microphone { get; set; }

    public Instant? DevicesCheckedAt { get; set; }

    /// <summary>Of a host: when a colleague took the meeting over. From then on nothing is written to them about it.</summary>
    public Instant? HandedOverAt { get; private set; }

    /// <summary>When a host sent them out of the call. Until a host lets them in again nothing else does, waiting room or none.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>First entry into the call.</summary>
    public Instant? JoinedAt { get; private set; }

    /// <summary>Set while the participant is not in the call after having been; null again on return.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>When the connection to the call was lost without a goodbye; a return clears it.</summary>
    public Instant? DisconnectedAt { get; set; }

    /// <summary>They heard the sound of the device check; null when it was never tried.</summary>
    public bool? SpeakerHeard { get; set; }

    /// <summary>How their browser reached another one in the device check; null when it was never tried.</summary>
    public NetworkPath? Network { get; set; }

    /// <summary>How the meeting was, as a visitor says; null until they do.</summary>
    public Impression? Impression { get; private set; }

    public string? ImpressionNote { get; private set; }

    /// <summary>When they first said it.</summary>
    public Instant? ImpressionAt { get; private set; }

    /// <summary>Raised with every change of admission: of two hosts acting at once, the second is refused (B8).</summary>
    public int Version { get; private set; }

    public bool IsStaff => Role is ParticipantRole.Host or ParticipantRole.Staff;

    public bool IsInCall => JoinedAt is not null && LeftAt is null;

    /// <summary>Whether the organisation's waiting room, or a removal, stands between them and the call.</summary>
    public bool PassesTheDoor(bool waitingRoomEnabled) => !waitingRoomEnabled && RemovedAt is null;

    public Actor AsActor() => IsStaff ? Actor.Staff(UserId!.Value, Name) : Actor.Visitor(this);

    /// <summary>Comes to the door: for the first time, again after being declined, or back to the place that was kept.</summary>
    public void Enter(Instant now)
    {
        if (Admission is Admission.Waiting or Admission.Admitted)
            return;
        if (!HasKeptPlace(now))
            WaitingSince = now;
        Admission = Admission.Waiting;
        LastSeenAt = now;
        WentSilentAt = null;
        ForgetRejection();
    }

    /// <summary>Their page fell silent, and not for so long that the place in the queue is gone.</summary>
    public bool HasKeptPlace(Instant now) =>
        Admission == Admission.Outside && WaitingSince is not null && WentSilentAt is { } silent && now - silent < PlaceKeptFor;

    /// <param name="by">The member who let them in; null where no waiting room stands between.</param>
    public void Admit(Guid? by, Instant now)
    {
        Admission = Admission.Admitted;
        ApprovedBy = by;
        ApprovedAt = now;
        if (by is not null)
            RemovedAt = null;
    }

    /// <param name="askAgainAfter">How long they have to wait before asking again, where the host names no time.</param>
    /// <param name="comeBackAt">When the host asks them to come back; they may not ask sooner. Null for no time.</param>
    public void Decline(Guid by, string? reason, Instant now, Duration askAgainAfter, Instant? comeBackAt)
    {
        Admission = Admission.Declined;
        RejectedBy = by;
        RejectedAt = now;
        RejectionReason = reason;
        ComeBackAt = comeBackAt;
        RetryAt = comeBackAt ?? now + askAgainAfter;
        ForgetMessage();
    }

    /// <summary>A host tells them something while they wait; the latest word stands.</summary>
    public void Tell(string message, Instant now)
    {
        HostMessage = message;
        HostMessageAt = now;
    }

    /// <summary>Out of the call, and back at the other side of the door.</summary>
    public void Remove(Guid by, string? reason, Instant now, Duration askAgainAfter)
    {
        Decline(by, reason, now, askAgainAfter, null);
        WaitingSince = null;
        RemovedAt = now;
        if (IsInCall)
            Leave(now);
    }

    public void GiveUpWaiting()
    {
        Admission = Admission.Outside;
        WaitingSince = null;
        WentSilentAt = null;
        ForgetMessage();
    }

    /// <summary>No longer waits because nothing was heard of them; see <see cref="HasKeptPlace"/>.</summary>
    public void FallSilent(Instant now)
    {
        Admission = Admission.Outside;
        WentSilentAt = now;
    }

    /// <summary>The meeting got another time: nobody was let in to it, turned away from it or in it yet.</summary>
    public void StartOver()
    {
        GiveUpWaiting();
        ApprovedBy = null;
        ApprovedAt = null;
        ForgetRejection();
        JoinedAt = null;
        LeftAt = null;
        DisconnectedAt = null;
    }

    /// <summary>A host's colleague holds the meeting from now on.</summary>
    public void HandOver(Instant now)
    {
        Role = ParticipantRole.Staff;
        HandedOverAt = now;
    }

    /// <summary>A colleague, perhaps one who had handed it over, holds the meeting from now on.</summary>
    public void TakeOver()
    {
        Role = ParticipantRole.Host;
        HandedOverAt = null;
    }

    public void SayHowItWas(Impression impression, string? note, Instant now)
    {
        Impression = impression;
        ImpressionNote = note;
        ImpressionAt ??= now;
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

    private void ForgetRejection()
    {
        RejectedBy = null;
        RejectedAt = null;
        RejectionReason = null;
        ComeBackAt = null;
        RetryAt = null;
    }

    private void ForgetMessage()
    {
        HostMessage = null;
        HostMessageAt = null;
    }
}
