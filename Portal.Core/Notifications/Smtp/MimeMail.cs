using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using NodaTime.Text;
using Portal.Core.Calendars;

namespace Portal.Core.Notifications;

/// <summary>A mail as MIME: text, HTML and calendar as alternatives, the best last, and the calendar once more as a file.</summary>
internal static class MimeMail
{
    private static readonly InstantPattern DateHeader = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss '+0000'");

    /// <returns>Null when the reader's address is none; to be disposed otherwise.</returns>
    public static MailMessage? Create(OutgoingMail mail)
    {
        if (!MailAddress.TryCreate(mail.To, WithoutControls(mail.ToName), Encoding.UTF8, out var to))
            return null;
        var message = new MailMessage(mail.From, to)
        {
            Subject = WithoutControls(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{mail.From.Host}>");
        message.Headers.Add("Date", DateHeader.Format(mail.Date));
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

    private static Attachment File(string calendar) => new(Bytes(calendar), MeetingCalendar.FileName, "application/ics")
    {
        TransferEncoding = TransferEncoding.Base64,
    };

    private static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content));

    private static string WithoutControls(string value) => string.Concat(value.Where(character => !char.IsControl(character)));
}
