namespace Portal.Core.Notifications;

/// <summary>Section <c>Mail:Smtp</c> of the settings.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "localhost";

    public int Port { get; set; } = 587;

    /// <summary>Empty: no sign-in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <inheritdoc cref="MailOptions.FindFault"/>
    public string? FindFault()
    {
        if (string.IsNullOrWhiteSpace(Host))
            return "Mail:Smtp:Host is empty, but Mail:Transport is Smtp: name the mail server.";
        if (Port is < 1 or > 65535)
            return $"Mail:Smtp:Port is {Port}, but must be between 1 and 65535, mostly 587.";
        if (Port == 465)
            return "Mail:Smtp:Port is 465, where the server expects TLS from the first byte, which is not supported: use its port for STARTTLS, mostly 587.";
        if (!Enum.IsDefined(Security))
            return $"Mail:Smtp:Security is '{Security:D}', but must be StartTls or None.";
        return User.Length > 0 && Security == SmtpSecurity.None
            ? "Mail:Smtp:User is set, but Mail:Smtp:Security is None: the password would be sent unprotected. Use StartTls."
            : null;
    }
}
