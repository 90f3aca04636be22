using Portal.Core.Notifications;

namespace Portal.Web.Pages.Shared;

/// <summary>What <c>_Undelivered</c> shows: mails of one booking.</summary>
/// <param name="Here">The page to come back to.</param>
public sealed record UndeliveredNotice(IReadOnlyList<UndeliveredMail> Mails, string? Here)
{
    public IEnumerable<string> Sentences => Mails
        .Select(mail => $"The {MailWords.ShortKindOf(mail.Kind)} to {mail.RecipientEmail} could not be delivered: {MailWords.WhyNot(mail.LastError)}")
        .Distinct();
}
