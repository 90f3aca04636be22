using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Core.Calendars;
using Portal.Core.Notifications;
using Portal.Tests.Core.Calendars;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

[Trait("Req", "F1")]
public sealed class SmtpTransportTests : IClassFixture<MailServer>, IClassFixture<SqliteDatabase>, IDisposable
{
    private readonly MailServer server;
    private readonly SqliteDatabase database;

#pragma warning disable SYSLIB0014 // SmtpClient asks nobody else which certificates are trusted
    public SmtpTransportTests(MailServer server, SqliteDatabase database)
    {
        this.server = server;
        this.database = database;
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == server.Thumbprint;
    }

    public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014

    [Fact]
    [Trait("Req", "B16")]
    public async Task A_mail_arrives_encrypted_with_text_html_calendar_and_file()
    {
        using var transport = new SmtpTransport(server.Options);

        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Mails.To("vera@visitor.test"), default));

        var mail = await server.ReceiveAsync();
        Assert.True(mail.Encrypted);
        Assert.Equal("meetings@portal.test", mail.Sender);
        Assert.Equal(["vera@visitor.test"], mail.Recipients);
        Assert.Equal("Zoë at Acme", mail.FromName);
        Assert.Equal("Véra “V” Visitor, Dr.", mail.ToName);
        Assert.Equal("Booked: Größe & Übung with Hanna Weiß, Tue 24 November, 14:00", mail.Header("Subject"));
        Assert.Equal("<0195c1d000007000800000000000000a@portal.test>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));

        Assert.Equal("multipart/mixed", mail.Mime.Type);
        Assert.Equal(["multipart/alternative", "application/ics"], mail.Mime.Parts.Select(part => part.Type));
        var alternatives = mail.Mime.Parts[0].Parts;
        Assert.Equal(["text/plain", "text/html", "text/calendar"], alternatives.Select(part => part.Type));
        Assert.All(alternatives, part => Assert.Equal(("utf-8", "base64", null), (part.Parameters["charset"], part.Encoding, part.Disposition)));
        Assert.Equal("Hello Véra,\r\nyour meeting is set.\r\n.\r\n", alternatives[0].Content);
        Assert.Contains("Héllo", alternatives[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "B16")]
    [Trait("Promise", "R3")]
    public async Task A_booking_arrives_as_an_invitation_of_its_reader()
    {
        await using var world = new World(database, services => services.AddPortalNotifications(server.Options));
        var acme = await world.AddOrganizationAsync();
        var host = await world.AddHostAsync(acme, "Hanna");
        var type = await world.AddMeetingTypeAsync(acme, [host], type => type.Name = "Gespräch");
        var meeting = await world.BookAsync(type, "2026-01-06T10:00");

        Assert.Equal(2, await world.RunAsync((DeliverOutbox deliver) => deliver.RunAsync(default)));

        var mails = new[] { await server.ReceiveAsync(), await server.ReceiveAsync() };
        Assert.Single(mails, mail => mail.Recipients.SequenceEqual([host.Email!]));
        var mail = Assert.Single(mails, mail => mail.Recipients.SequenceEqual(["vera@visitor.test"]));
        Assert.Equal("Booked: Gespräch with Hanna, Tue 6 January, 10:00", mail.Header("Subject"));
        var calendar = await ReadCalendar.OneAsync(mail.Mime.Parts[0].Parts[2].Content!);
        Assert.Equal((MeetingCalendar.UidOf(meeting.Id), "mailto:vera@visitor.test"), (calendar.Uid, calendar.Attendee));
    }

    [Fact]
    [Trait("Req", "F2")]
    public async Task The_method_stands_in_the_header_as_in_the_calendar_and_the_file_is_the_same()
    {
        using var transport = new SmtpTransport(server.Options);

        await transport.SendAsync(Mails.To("vera@visitor.test"), default);

        var mime = (await server.ReceiveAsync()).Mime;
        var calendar = mime.Parts[0].Parts[2];
        Assert.Equal("REQUEST", calendar.Parameters["method"]);
        Assert.Contains("\r\nMETHOD:REQUEST\r\n", calendar.Content, StringComparison.Ordinal);
        Assert.Equal(Mails.Invitation, calendar.Content);
        Assert.Equal(Mails.Invitation, mime.Parts[1].Content);
        Assert.Equal(("attachment", "invite.ics"), (mime.Parts[1].Disposition, mime.Parts[1].FileName));
    }

    [Fact]
    public async Task A_second_delivery_is_known_by_its_message_id_and_mails_share_a_connection()
    {
        using var transport = new SmtpTransport(server.Options);

        await transport.SendAsync(Mails.To("vera@visitor.test"), default);
        await transport.SendAsync(Mails.To("vera@visitor.test"), default);

        var (first, second) = (await server.ReceiveAsync(), await server.ReceiveAsync());
        Assert.Equal(first.Header("Message-ID"), second.Header("Message-ID"));
        Assert.Equal(first.Connection, second.Connection);
    }

    [Theory]
    [InlineData("Vera\r\nBcc: mallory@example.test")]
    [InlineData("Vera\nX-Evil: 1\n\nbody")]
    [InlineData("Vera\" <mallory@example.test>, \"x")]
    public async Task A_name_or_a_subject_cannot_add_a_header_or_a_reader(string typed)
    {
        using var transport = new SmtpTransport(server.Options);

        await transport.SendAsync(Mails.To("vera@visitor.test", typed) with { Subject = typed }, default);

        var mail = await server.ReceiveAsync();
        Assert.Equal(["vera@visitor.test"], mail.Recipients);
        Assert.DoesNotContain(mail.Headers, header => header[0] is "Bcc" or "X-Evil");
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("vera@visitor.test\r\nRCPT TO:<mallory@example.test>")]
    [InlineData("vera@visitor.test, mallory@example.test")]
    public async Task What_is_no_address_is_refused(string address)
    {
        using var transport = new SmtpTransport(server.Options);

        Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mails.To(address), default));
    }

    [Fact]
    public async Task The_servers_answer_decides_whether_to_try_again()
    {
        using var transport = new SmtpTransport(server.Options);

        var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mails.To("refused@visitor.test"), default));
        Assert.StartsWith("550 ", refused.Reason, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mails.To("busy@visitor.test"), default));
        Assert.IsType<SendOutcome.Deferred>(await transport.SendAsync(Mails.To("spam@visitor.test"), default));
        await server.ReceiveAsync();
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Mails.To("vera@visitor.test"), default));
        Assert.Equal(["vera@visitor.test"], (await server.ReceiveAsync()).Recipients);
    }

    [Fact]
    public async Task An_address_in_any_alphabet_is_sent_to_where_the_server_takes_it()
    {
        using var transport = new SmtpTransport(server.Options);

        Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Mails.To("jürgen@visitor.test"), default));
        Assert.IsType<SendOutcome.Sent>(await transport.SendAsync(Mails.To("vera@größe.test"), default));
        Assert.Equal(["vera@xn--gre-6ka8i.test"], (await server.ReceiveAsync()).Recipients);
    }

    [Fact]
    public async Task A_wrong_password_is_nobodys_address()
    {
        var options = server.Options;
        options.Smtp.Password = "wrong";
        using var transport = new SmtpTransport(options);

        Assert.IsType<SendOutcome.Unreachable>(await transport.SendAsync(Mails.To("vera@visitor.test"), default));
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_trusted_gets_no_mail()
    {
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
        using var transport = new SmtpTransport(server.Options);

        Assert.IsType<SendOutcome.Unreachable>(await transport.SendAsync(Mails.To("vera@visitor.test"), default));
    }

    [Fact]
    [Trait("Promise", "R4")]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var transport = new SmtpTransport(new MailOptions { Smtp = { Port = port } });

        Assert.IsType<SendOutcome.Unreachable>(await transport.SendAsync(Mails.To("vera@visitor.test"), default));
        Assert.IsType<SendOutcome.Unreachable>(await transport.SendAsync(Mails.To("jürgen@visitor.test"), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("220 slow.test\r\n")]
    [InlineData("220 slow.test\r\n250 slow.test\r\n250 OK\r\n250 OK\r\n354 go on\r\n")]
    [Trait("Promise", "R4")]
    public async Task A_server_that_falls_silent_is_not_waited_for_longer_than_patience_lasts(string says)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, says);
        var options = new MailOptions { Smtp = { Port = ((IPEndPoint)listener.LocalEndpoint).Port, Security = SmtpSecurity.None } };
        using var transport = new SmtpTransport(options, TimeSpan.FromSeconds(1));

        var outcome = await transport.SendAsync(Mails.To("vera@visitor.test"), default).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.IsType<SendOutcome.Unreachable>(outcome);
        (await serving).Dispose();
    }

    /// <summary>Answers what it is told, all at once, and then nothing.</summary>
    private static async Task<TcpClient> ServeAsync(TcpListener listener, string says)
    {
        var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(says));
        return client;
    }
}
