using Portal.Core.Persistence;

namespace Portal.Web.Hosting;

/// <summary>What the operator reads when the portal has started.</summary>
internal static partial class Greeting
{
    public static void Print(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        var address = app.Urls.FirstOrDefault() ?? settings.Portal.BaseUrl;
        if (!settings.Demo.Enabled)
        {
            Serving(app.Logger, address, settings.Portal.BaseUrl);
            return;
        }

        Console.WriteLine();
        Console.WriteLine($"  Portal is ready:  {address}");
        Console.WriteLine();
        Console.WriteLine($"  Start here        {address}/demo/help-article   book a call from an article");
        Console.WriteLine($"  Mail it sends     {address}/dev/mail");
        Console.WriteLine($"  Staff sign in     {address}/account/sign-in      password: {settings.Demo.Password}");
        foreach (var person in DemoData.People)
            Console.WriteLine($"    {person.Role,-6} {person.Email,-24} {person.Organization}");
        Console.WriteLine();
    }

    public static void AnnounceSetup(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        SetupNeeded(app.Logger, $"{settings.Portal.BaseUrl}/setup", app.Services.GetRequiredService<SetupCode>().ToString());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Portal is ready on {Address}; people reach it at {BaseUrl}")]
    private static partial void Serving(ILogger logger, string address, string baseUrl);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This portal is not set up yet. Open {Address} and enter the one-time code {Code}")]
    private static partial void SetupNeeded(ILogger logger, string address, string code);
}
