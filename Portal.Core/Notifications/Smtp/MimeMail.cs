using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Portal.Core.Calendars;

namespace Portal.Core.Notifications;

/// <summary>A mail as MIME: text, HTML and calendar as alternatives, the best last, and the calendar once more as a file.</summary>
internal static class MimeMail
{
    /// <returns>Null when the reader's address is none; to be disposed otherwise.</returns>
    public static MailMessage? Create(OutgoingMail mail)
    {
        // of "one@a.test, two@b.test" the parser would take the second
        if (!MailAddress.TryCreate(mail.To, WithoutControls(mail.ToName), Encoding.UTF8, out var to) || to.Address != mail.To)
            return null;
        var message = new MailMessage(mail.From, to)
        {
            Subject = WithoutControls(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{mail.From.Host}>");
        // no out-of-office answer is wanted, from Exchange neither
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");

        message.AlternateViews.Add(View(mail.Text, new ContentType("text/plain; charset=utf-8")));
        message.AlternateViews.Add(View(mail.Html, new ContentType("text/html; charset=utf-8")));
        if (mail.Calendar is { } calendar)
        {
            var type = new ContentType($"{MeetingCalendar.MediaType}; charset=utf-8; method={calendar.Method}");
            message.AlternateViews.Add(View(calendar.Content, type));
            message.Attachments.Add(File(calendar.Content));
        }

        return message;
    }

    // base64: quoted-printable encodes the line ends of the calendar, and 7 bits are not enough for names
    private static AlternateView View(string content, ContentType type) => new(Bytes(content), type) { TransferEncoding = TransferEncoding.Base64 };

    private static Attachment File(string calendar)
    {
        var file = new Attachment(Bytes(calendar), MeetingCalendar.FileName, "application/ics") { TransferEncoding = TransferEncoding.Base64 };
        file.ContentDisposition!.FileName = MeetingCalendar.FileName;
        return file;
    }

    // text on its way through mail ends its lines with CRLF (RFC 2046, 4.1.1)
    private static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")));

    private static string WithoutControls(string value) => string.Concat(value.Where(character => !char.IsControl(character)));
}
