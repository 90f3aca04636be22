using Portal.Core.Notifications;

namespace Portal.Tests.Core.Notifications;

public class MailOptionsTests
{
    [Fact]
    public void The_defaults_are_usable() => Assert.Null(new MailOptions().FindFault());

    [Theory]
    [InlineData("Mail:From", "nobody", "localhost", 587, "", SmtpSecurity.StartTls)]
    [InlineData("Mail:Smtp:Host", "a@b.test", " ", 587, "", SmtpSecurity.StartTls)]
    [InlineData("Mail:Smtp:Port", "a@b.test", "localhost", 0, "", SmtpSecurity.StartTls)]
    [InlineData("Mail:Smtp:Port", "a@b.test", "localhost", 465, "", SmtpSecurity.StartTls)]
    [InlineData("Mail:Smtp:User", "a@b.test", "localhost", 25, "me", SmtpSecurity.None)]
    [InlineData("Mail:Smtp:Security", "a@b.test", "localhost", 25, "", (SmtpSecurity)7)]
    public void A_wrong_value_is_named(string setting, string from, string host, int port, string user, SmtpSecurity security)
    {
        var options = new MailOptions { From = from, Smtp = { Host = host, Port = port, User = user, Security = security } };

        Assert.StartsWith(setting, options.FindFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pickup_needs_no_mail_server() =>
        Assert.Null(new MailOptions { Transport = MailTransportKind.Pickup, Smtp = { Host = "" } }.FindFault());
}
