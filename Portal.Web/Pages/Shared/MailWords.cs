using Portal.Core.Bookings;
using Portal.Core.Notifications;

namespace Portal.Web.Pages.Shared;

/// <summary>The fate of a mail, for people.</summary>
internal static class MailWords
{
    /// <summary><c>meeting_invitation</c> as "Meeting invitation".</summary>
    public static string KindOf(string kind)
    {
        var words = kind.Replace('_', ' ');
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    /// <summary>As a part of a sentence: "The <em>invitation</em> to vera@… could not be delivered".</summary>
    public static string ShortKindOf(string kind) => kind switch
    {
        "meeting_invitation" => "invitation",
        "meeting_reminder" => "reminder",
        "meeting_cancelled" => "cancellation",
        "instant_invitation" => "invitation",
        "meeting_moved" => "note of the new time",
        "meeting_reassigned" => "note of the new host",
        _ => "email",
    };

    public static OutboxState StateOf(MailLine mail) =>
        mail.SentAt is not null ? OutboxState.Sent
        : mail.FailedAt is null ? OutboxState.Waiting
        : mail.DropReason is null ? OutboxState.GivenUp
        : OutboxState.Dropped;

    /// <returns>A word, an icon and a tone of the status colours.</returns>
    public static (string Word, string Icon, string Tone) BadgeOf(OutboxState state, int attempts) => state switch
    {
        OutboxState.Sent => ("Sent", "check", "success"),
        OutboxState.GivenUp => ("Given up", "circle-alert", "error"),
        OutboxState.Dropped => ("Not needed", "ban", "neutral"),
        _ when attempts > 0 => ("Trying again", "hourglass", "warning"),
        _ => ("On its way", "clock", "neutral"),
    };

    public static string NameOf(OutboxState state) => state switch
    {
        OutboxState.Waiting => "Waiting",
        OutboxState.Sent => "Sent",
        OutboxState.GivenUp => "Given up",
        _ => "Not needed",
    };

    public static string WhyDropped(DropReason reason) => reason switch
    {
        DropReason.MeetingOff => "The meeting was called off before it was due.",
        DropReason.MeetingMoved => "The meeting was moved; it has reminders of its new time.",
        DropReason.MeetingStarted => "Too late: the meeting had begun before it could be sent.",
        _ => "Too late: the next reminder was due before it could be sent.",
    };

    /// <summary>What the mail server's answer means. The first three digits are the server's code, where there was an answer.</summary>
    public static string WhyNot(string? error) => CodeOf(error) switch
    {
        550 or 551 or 553 => "The mail server does not take mail for this address.",
        552 or 452 => "The mailbox is full.",
        554 => "The mail server refused this mail.",
        530 or 534 or 535 or 538 => "The mail server did not accept the portal's sign-in.",
        421 or (>= 450 and < 500) => "The mail server asked to try again later.",
        >= 500 => "The mail server refused this mail.",
        _ when error is null => "It could not be sent.",
        _ when error.StartsWith("This is no address", StringComparison.Ordinal) || error.StartsWith("The mail server takes", StringComparison.Ordinal) => error,
        _ => "The mail server could not be reached.",
    };

    public static string Times(int attempts) => attempts == 1 ? "once" : $"{attempts} times";

    private static int CodeOf(string? error) => error is { Length: >= 3 } && int.TryParse(error.AsSpan(0, 3), out var code) ? code : 0;
}
