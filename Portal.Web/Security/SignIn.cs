using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Web.Htmx;

namespace Portal.Web.Security;

public static class SignIn
{
    public const string MemberCookie = "portal.session";
    public const string VisitorCookie = "portal.visitor";

    public static IServiceCollection AddPortalSignIn(this IServiceCollection services, X509Certificate2? keyCertificate)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<PortalUser>(AccountRules.Apply)
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager();
        services.AddScoped<PasswordSignIn>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(VisitorSession.Scheme, cookie =>
            {
                Harden(cookie, VisitorCookie);
                cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
            })
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            Harden(cookie, MemberCookie);
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.Events.OnValidatePrincipal = ValidateAsync;
            cookie.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
        });
        // a changed password or a removed account ends other sessions within a minute
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));

        services.AddScoped<IAuthorizationHandler, MemberHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Staff, policy => policy.RequireAuthenticatedUser().AddRequirements(new MemberRequirement(MemberRole.Agent)))
            .AddPolicy(Policies.Admin, policy => policy.RequireAuthenticatedUser().AddRequirements(new MemberRequirement(MemberRole.Admin)));

        var protection = services.AddDataProtection().SetApplicationName("Portal");
        if (keyCertificate is not null)
            protection.ProtectKeysWithCertificate(keyCertificate);
        services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        return services;
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.SlidingExpiration = true;
    }

    // where the database does not answer, nothing of a member is read or changed either, and nobody should be signed out by it
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not DatabaseTrouble.None)
        {
            context.ShouldRenew = false;
        }
    }

    // a page is sent to sign in; a script, a fragment and the hub are told the plain truth
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (request.IsHtmx() && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.StatusCode = status;
            context.Response.Htmx(headers => headers.Refresh());
        }
        else if (status == StatusCodes.Status403Forbidden
            || request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/live", StringComparison.Ordinal))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
