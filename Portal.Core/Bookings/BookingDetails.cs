using NodaTime;
using Portal.Core.Notifications;

namespace Portal.Core.Bookings;

/// <summary>Everything staff may know about one booking.</summary>
/// <param name="Booking">With its answers, in the order of the form.</param>
/// <param name="HostName">Of everybody who holds it, the first of them first.</param>
/// <param name="Group">Null for a meeting of its own.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Mails">Oldest first.</param>
public sealed record BookingDetails(
    Booking Booking,
    string MeetingName,
    string HostName,
    IReadOnlyList<Participant> Participants,
    GroupPlaces? Group,
    IReadOnlyList<HistoryLine> History,
    IReadOnlyList<MailLine> Mails)
{
    /// <summary>What was written at its door and in its call, and kept; oldest first.</summary>
    public IReadOnlyList<WrittenLine> Written { get; init; } = [];

    public bool CanCancel => Booking.Status.CanBecome(BookingStatus.Cancelled);

    public bool IsPending => Booking.Status == BookingStatus.Pending;

    public bool CanMove(Instant now) => Booking.CanMove && now < Booking.StartsAt;
}

/// <summary>The group meeting a booking has a place in.</summary>
/// <param name="Others">Who else takes part, in the order in which they booked.</param>
public sealed record GroupPlaces(int Capacity, IReadOnlyList<GroupVisitor> Others)
{
    public int Taken => Others.Count + 1;
}

public sealed record GroupVisitor(Guid BookingId, string Name, BookingStatus Status);

/// <param name="AtDoor">Between one visitor and the hosts.</param>
public sealed record WrittenLine(Instant At, string Name, bool AtDoor, string Text);

/// <param name="Action">As <see cref="Auditing.AuditEntry.Action"/> has it.</param>
public sealed record HistoryLine(Instant At, ActorKind ActorKind, string ActorName, string Action, string? Detail);

/// <summary>That a mail was caused, for whom, and how far it got; never what it says.</summary>
/// <param name="IsOutside">To the visitor or a guest.</param>
/// <param name="FailedAt">Given up, for the reason in <paramref name="LastError"/>, or dropped; before that an error is tried again.</param>
public sealed record MailLine(
    string Kind,
    string Recipient,
    string RecipientEmail,
    bool IsOutside,
    Instant CreatedAt,
    Instant? SentAt,
    Instant? FailedAt,
    int Attempts,
    string? LastError,
    DropReason? DropReason);
