using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Notifications;

/// <summary>A mail server on loopback: python3-aiosmtpd, which insists on STARTTLS and a sign-in, and reads what it gets.</summary>
public sealed class MailServer : IAsyncLifetime
{
    public const string User = "portal";

    public const string Password = "correct horse";

    private const string Script = """
        import asyncio, email, email.policy, json, ssl, sys
        try:
            from aiosmtpd.smtp import SMTP, AuthResult, syntax
        except ImportError:
            sys.exit('The module aiosmtpd is missing: apt-get install python3-aiosmtpd (./test.sh does it).')

        class Server(SMTP):
            # some clients write the mechanism in lower case, which the protocol allows and this server does not
            @syntax('AUTH <mechanism>')
            async def smtp_AUTH(self, arg):
                mechanism, _, rest = (arg or '').partition(' ')
                return await super().smtp_AUTH((mechanism.upper() + ' ' + rest).strip())

        def part(message):
            return dict(
                Type=message.get_content_type(), Parameters={key: value for key, value in message.get_params()[1:]},
                Disposition=message.get_content_disposition(), FileName=message.get_filename(),
                Encoding=str(message.get('Content-Transfer-Encoding', '')),
                Content=None if message.is_multipart() else message.get_payload(decode=True).decode('utf-8'),
                Parts=[part(inner) for inner in message.iter_parts()] if message.is_multipart() else [])

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                answers = {'refused': '550 5.1.1 <%s>: no such user' % address, 'busy': '450 4.2.1 mailbox busy'}
                answer = answers.get(address.split('@')[0])
                if answer:
                    return answer
                envelope.rcpt_tos.append(address)
                return '250 OK'

            async def handle_DATA(self, server, session, envelope):
                message = email.message_from_bytes(envelope.content, policy=email.policy.default)
                print(json.dumps(dict(
                    Sender=envelope.mail_from, Recipients=envelope.rcpt_tos, Encrypted=session.ssl is not None,
                    Connection=str(session.peer), Headers=[[key, str(value)] for key, value in message.items()],
                    FromName=message['From'].addresses[0].display_name, ToName=message['To'].addresses[0].display_name,
                    Mime=part(message))), flush=True)
                return '554 5.7.1 looks like spam' if 'spam' in envelope.rcpt_tos[0] else '250 OK'

        def authenticate(server, session, envelope, mechanism, data):
            return AuthResult(success=data.login == b'portal' and data.password == b'correct horse', handled=False)

        async def main(certificate, key):
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(certificate, key)
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda: Server(
                Handler(), hostname='localhost', loop=loop, tls_context=tls, require_starttls=True, auth_required=True,
                authenticator=authenticate), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()

        asyncio.run(main(*sys.argv[1:]))
        """;

    private readonly TemporaryFolder folder = new();
    private Process? process;

    public int Port { get; private set; }

    public string Thumbprint { get; private set; } = "";

    public MailOptions Options => new()
    {
        From = "Zoë at Acme <meetings@portal.test>",
        Smtp = { Host = "localhost", Port = Port, User = User, Password = Password },
    };

    public async Task InitializeAsync()
    {
        var (certificate, key) = MakeCertificate();
        process = Python.Start(Script, arguments: [certificate, key]);
        var port = await process.StandardOutput.ReadLineAsync();
        Port = port is not null ? int.Parse(port, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"The mail server did not start:\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The next mail the server was given, also one it then refused.</summary>
    public async Task<ReceivedMail> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return JsonSerializer.Deserialize<ReceivedMail>((await process!.StandardOutput.ReadLineAsync(patience.Token))!)!;
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Dispose();
    }

    private (string Certificate, string Key) MakeCertificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Thumbprint = certificate.Thumbprint;
        var (certificateFile, keyFile) = (folder.Combine("certificate.pem"), folder.Combine("key.pem"));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, rsa.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }
}
