using System.Net.Mail;

namespace Portal.Core.Notifications;

/// <summary>Section <c>Mail</c> of the settings.</summary>
public sealed class MailOptions
{
    public MailTransportKind Transport { get; set; } = MailTransportKind.Smtp;

    /// <summary>An absolute path once started; given empty, it is <c>mail</c> in the data folder.</summary>
    public string PickupFolder { get; set; } = "";

    /// <summary>The sender of every mail and the organiser of every calendar entry, with or without a name.</summary>
    public string From { get; set; } = "Portal <portal@localhost>";

    public SmtpOptions Smtp { get; set; } = new();

    /// <exception cref="FormatException"><see cref="From"/> is no address; <see cref="FindFault"/> says so at the start.</exception>
    public MailAddress FromAddress => new(From);

    /// <returns>A sentence naming the first wrong setting, or null.</returns>
    public string? FindFault()
    {
        if (!Enum.IsDefined(Transport))
            return $"Mail:Transport is '{Transport:D}', but must be Smtp, Pickup or Held.";
        if (!MailAddress.TryCreate(From, out _))
            return $"Mail:From is '{From}', but must be an address, with or without a name: Acme Meetings <meetings@acme.example>.";
        return Transport == MailTransportKind.Smtp ? Smtp.FindFault() : null;
    }
}
