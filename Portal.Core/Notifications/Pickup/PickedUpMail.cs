using NodaTime;

namespace Portal.Core.Notifications;

/// <param name="WrittenAt">When the portal would have sent it.</param>
public sealed record PickedUpMail(Guid Id, Instant WrittenAt, MimePart Mime)
{
    public string From => Mime.Header("From").Replace("\"", "", StringComparison.Ordinal);

    public string To => Mime.Header("To").Replace("\"", "", StringComparison.Ordinal);

    public string Subject => Mime.Header("Subject");

    public string? Text => Mime.Find("text/plain")?.Content();

    public string? Html => Mime.Find("text/html")?.Content();

    public string? Calendar => Mime.Find("text/calendar")?.Content();
}
