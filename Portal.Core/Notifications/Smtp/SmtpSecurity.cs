namespace Portal.Core.Notifications;

public enum SmtpSecurity
{
    /// <summary>Encrypted after the greeting, or not sent at all.</summary>
    StartTls,

    /// <summary>For a relay on the same machine.</summary>
    None,
}
