using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>Everything an admin may know about one booking.</summary>
/// <param name="History">Oldest first.</param>
/// <param name="Mails">Oldest first.</param>
public sealed record BookingDetails(
    Booking Booking,
    string MeetingName,
    string HostName,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<HistoryLine> History,
    IReadOnlyList<MailLine> Mails)
{
    public bool CanCancel => Booking.Status.CanBecome(BookingStatus.Cancelled);
}

/// <param name="Action">As <see cref="Auditing.AuditEntry.Action"/> has it.</param>
public sealed record HistoryLine(Instant At, ActorKind ActorKind, string ActorName, string Action, string? Detail);

/// <summary>That a mail was caused, for whom, and how far it got; never what it says.</summary>
/// <param name="FailedAt">Given up, for the reason in <paramref name="LastError"/>; before that an error is tried again.</param>
public sealed record MailLine(
    string Kind, string Recipient, Instant CreatedAt, Instant? SentAt, Instant? FailedAt, int Attempts, string? LastError);
