using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Hosting;

/// <summary>Two nodes on one PostgreSQL: whatever one of them gave out, the other takes.</summary>
[Trait("Req", "F12"), Trait("Promise", "R23")]
public sealed class TwoNodesTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly PortalApp one = new();
    private readonly PortalApp other = new();
    private Uri first = null!;
    private Uri second = null!;

    [Fact]
    public async Task A_form_and_a_session_of_one_node_are_good_at_the_other()
    {
        const string path = "/admin/settings/booking";
        // one browser: the load balancer chooses who answers it
        var cookies = new CookieContainer();
        using var atOne = Client(one, first, cookies);
        using var atOther = Client(other, second, cookies);
        await atOne.SignInAsync("emil@acme.test");
        var form = await atOne.Http.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, (await atOther.GetAsync(path)).StatusCode);
        var answer = await atOther.PostFormAsync(await Documents.ParseAsync(form, new Uri(second, path)), "form.editor");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task The_keys_they_share_are_stored_encrypted()
    {
        using var client = await one.SignInAsync("emil@acme.test");

        await using var db = database.NewContext();
        var keys = await db.DataProtectionKeys.Select(key => key.Xml).ToListAsync();

        Assert.NotEmpty(keys);
        Assert.All(keys, key =>
        {
            Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        });
    }

    public Task InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=Portal keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(folder.Combine("keys.pfx"), certificate.Export(X509ContentType.Pkcs12, "of the tests"));
        foreach (var node in new[] { one, other })
        {
            node.Settings["Database:Provider"] = nameof(DatabaseProvider.Postgres);
            node.Settings["Database:ConnectionString"] = database.Options.ConnectionString;
            node.Settings["Portal:KeyCertificate:Path"] = folder.Combine("keys.pfx");
            node.Settings["Portal:KeyCertificate:Password"] = "of the tests";
        }

        (first, second) = (one.Listen(), other.Listen());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        folder.Dispose();
    }

    private static PortalClient Client(PortalApp node, Uri address, CookieContainer cookies) =>
        new(node, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address });
}
