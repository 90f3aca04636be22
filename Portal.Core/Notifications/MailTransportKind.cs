namespace Portal.Core.Notifications;

public enum MailTransportKind
{
    /// <summary>Sends through a mail server.</summary>
    Smtp,

    /// <summary>Writes each mail as an .eml file into a folder.</summary>
    Pickup,

    /// <summary>Keeps everything in the outbox: for a restored copy, which must not write to people.</summary>
    Held,
}
