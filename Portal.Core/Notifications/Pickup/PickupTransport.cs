using System.Net.Mail;

namespace Portal.Core.Notifications;

/// <summary>Writes mails as files, each of them whole from the moment it can be seen.</summary>
public sealed class PickupTransport(MailOptions options) : IMailTransport
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        using var message = MimeMail.Create(mail);
        if (message is null)
            return new SendOutcome.Refused("This is no address mail can be sent to.");
        try
        {
            // inside the pickup folder, so that the move is a rename
            var writing = Directory.CreateDirectory(Path.Combine(options.PickupFolder, $".{Guid.NewGuid():N}"));
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = writing.FullName })
                await client.SendMailAsync(message, ct);
            writing.EnumerateFiles().Single().MoveTo(PickupFolder.FileOf(options, mail.Id), overwrite: true);
            writing.Delete();
            return new SendOutcome.Sent();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new SendOutcome.Unreachable($"{exception.Message} {exception.InnerException?.Message}");
        }
    }
}
