using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Portal.Tests.Support;
using Portal.Web.Hosting;

namespace Portal.Tests.Web.Hosting;

public sealed class PortalSettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Database:Provider", "MySql")]
    [InlineData("Database:Provider", "7")]
    [InlineData("Database:ConnectionString", "", "Database:Provider", "Postgres")]
    [InlineData("Portal:BaseUrl", "meet.example.org")]
    [InlineData("Portal:BaseUrl", "ftp://meet.example.org")]
    [InlineData("Demo:Enabled", "perhaps")]
    [InlineData("Demo:Enabled", "true")] // outside Development
    [InlineData("Limits:PublicPostsPerMinute", "0")]
    [InlineData("Limits:PublicPostsPerMinute", "many")]
    public void A_bad_value_is_refused_by_the_setting_s_name(string name, string value, string? otherName = null, string? otherValue = null)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Production, (name, value), (otherName ?? "x", otherValue)));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_by_name()
    {
        var file = folder.Combine("a-file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Production, ("Portal:DataFolder", Path.Combine(file, "data"))));

        Assert.Contains("Portal:DataFolder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_demo_password_is_refused()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Development, ("Demo:Enabled", "true"), ("Demo:Password", "short")));

        Assert.Contains("Demo:Password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sqlite_without_a_connection_string_lives_in_the_data_folder()
    {
        var settings = Read(Environments.Production);

        Assert.Contains(folder.Combine("portal.db"), settings.Database.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5099", "http://localhost:5099")]
    [InlineData("http://*:8080;https://*:8443", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    public void Links_in_mails_begin_with_the_listening_address_unless_told_otherwise(string urls, string expected)
    {
        Assert.Equal(expected, Read(Environments.Production, ("Urls", urls)).Portal.BaseUrl);
        Assert.Equal("https://meet.example.org", Read(Environments.Production, ("Urls", urls), ("Portal:BaseUrl", "https://meet.example.org/")).Portal.BaseUrl);
    }

    private PortalSettings Read(string environment, params (string Name, string? Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Portal:DataFolder", folder.Path)])
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))
            .Build();
        return PortalSettings.Read(configuration, new StubEnvironment(environment, folder.Path));
    }

    private sealed class StubEnvironment(string name, string contentRoot) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Portal.Web";

        public string ContentRootPath { get; set; } = contentRoot;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
