using Portal.Core.Bookings;

namespace Portal.Web.Pages.Admin.Bookings;

internal static class MailWords
{
    /// <summary><c>meeting_invitation</c> as "Meeting invitation".</summary>
    public static string KindOf(MailLine mail)
    {
        var words = mail.Kind.Replace('_', ' ');
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    /// <returns>A word, an icon and a tone of the status colours.</returns>
    public static (string Word, string Icon, string Tone) StateOf(MailLine mail) => mail switch
    {
        { SentAt: not null } => ("Sent", "check", "success"),
        { FailedAt: not null } => ("Failed", "circle-alert", "error"),
        { Attempts: > 0 } => ("Trying again", "hourglass", "warning"),
        _ => ("On its way", "clock", "neutral"),
    };
}
