namespace Portal.Core.Notifications;

public enum MailTransportKind
{
    /// <summary>Sends through a mail server.</summary>
    Smtp,

    /// <summary>Writes each mail as an .eml file into a folder.</summary>
    Pickup,
}
