using NodaTime;

namespace Portal.Core.Notifications;

/// <param name="State">Null for all.</param>
/// <param name="Text">A part of the reader's name or address, whatever its case.</param>
/// <param name="OlderThan">Goes on below this mail.</param>
public sealed record ListOutboxRequest(Guid OrganizationId, OutboxState? State, string? Text, Guid? OlderThan);

/// <summary>One page of the outbox, the newest first.</summary>
/// <param name="Older">Where the next page goes on; null on the last.</param>
/// <param name="Resendable">How many mails of the organisation were given up whose meeting is still to come.</param>
public sealed record OutboxList(IReadOnlyList<OutboxLine> Lines, Guid? Older, int Resendable);

/// <summary>A mail as admins see it; never what it says.</summary>
/// <param name="NextTry">Of one that waits: not before this.</param>
/// <param name="MinutesBefore">Of a reminder.</param>
/// <param name="LastError">The mail server's words, without what must not be kept.</param>
/// <param name="CanResend">It was given up, and its meeting is not over.</param>
public sealed record OutboxLine(
    Guid Id,
    Guid BookingId,
    string Kind,
    int? MinutesBefore,
    string RecipientName,
    string RecipientEmail,
    string MeetingName,
    Instant MeetingStart,
    Instant CreatedAt,
    Instant? SentAt,
    Instant? FailedAt,
    Instant NextTry,
    int Attempts,
    string? LastError,
    DropReason? DropReason,
    bool CanResend)
{
    public OutboxState State =>
        SentAt is not null ? OutboxState.Sent
        : FailedAt is null ? OutboxState.Waiting
        : DropReason is null ? OutboxState.GivenUp
        : OutboxState.Dropped;
}
