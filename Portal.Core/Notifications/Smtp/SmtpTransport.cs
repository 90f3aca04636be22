using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;

namespace Portal.Core.Notifications;

/// <summary>Sends through a mail server, over one connection as long as it lives.</summary>
public sealed class SmtpTransport : IMailTransport, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SmtpClient client;

    public SmtpTransport(MailOptions options)
        : this(options, Patience)
    {
    }

    internal SmtpTransport(MailOptions options, TimeSpan patience)
    {
        var smtp = options.Smtp;
        client = new SmtpClient(smtp.Host, smtp.Port)
        {
            // with EnableSsl a server that offers no STARTTLS is refused
            EnableSsl = smtp.Security == SmtpSecurity.StartTls,
            Credentials = smtp.User.Length > 0 ? new NetworkCredential(smtp.User, smtp.Password) : null,
            // addresses with letters beyond ASCII, where the server takes them
            DeliveryFormat = SmtpDeliveryFormat.International,
            Timeout = (int)patience.TotalMilliseconds,
        };
    }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MimeMail.Create(mail);
        if (message is null)
            return new SendOutcome.Refused("This is no address mail can be sent to.");
        try
        {
            await client.SendMailAsync(message, ct);
            return new SendOutcome.Sent();
        }
        catch (SmtpFailedRecipientException exception)
        {
            return IsForEver(exception.StatusCode)
                ? new SendOutcome.Refused(Reason(exception))
                : new SendOutcome.Deferred(Reason(exception));
        }
        catch (SmtpException exception) when (IsAboutLetters(exception, message.To[0]))
        {
            return new SendOutcome.Refused("The mail server takes no address with letters beyond ASCII before the @.");
        }
        catch (SmtpException exception)
        {
            return IsAboutThisMail(exception.StatusCode)
                ? new SendOutcome.Deferred(Reason(exception))
                : new SendOutcome.Unreachable(Reason(exception), IsAnswer(exception));
        }
        catch (AuthenticationException exception)
        {
            return new SendOutcome.Unreachable(Reason(exception));
        }
        catch (IOException exception)
        {
            return new SendOutcome.Unreachable(Reason(exception), Answered: false);
        }
    }

    public void Dispose() => client.Dispose();

    // the client has no code of its own for this; but where the connection failed, it does not quote the address
    private static bool IsAboutLetters(SmtpException exception, MailAddress to) =>
        exception.StatusCode == SmtpStatusCode.GeneralFailure && !Ascii.IsValid(to.User) && exception.Message.Contains(to.User, StringComparison.Ordinal);

    // a code of the server's own, or no connection in the first place
    private static bool IsAnswer(SmtpException exception) =>
        exception.StatusCode > 0 || exception.InnerException is System.Net.Sockets.SocketException or AuthenticationException;

    private static bool IsForEver(SmtpStatusCode status) => (int)status >= 500 && IsAboutThisMail(status);

    // a permanent answer that is not about our sign-in; everything else would meet the next mail too
    private static bool IsAboutThisMail(SmtpStatusCode status) =>
        (int)status >= 500 && status != SmtpStatusCode.MustIssueStartTlsFirst && (int)status is not (534 or 535 or 538);

    private static string Reason(Exception exception)
    {
        var status = exception is SmtpException { StatusCode: > 0 } answered ? $"{(int)answered.StatusCode} " : "";
        var cause = exception.InnerException is { } inner ? $" {inner.Message}" : "";
        return $"{status}{exception.Message}{cause}";
    }
}
