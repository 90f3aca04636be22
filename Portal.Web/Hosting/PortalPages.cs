using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Pages.Dashboard.Availability;
using Portal.Web.Security;

namespace Portal.Web.Hosting;

public static class PortalPages
{
    /// <summary>Razor Pages with the access rule of each audience's folder: a page added to a folder carries its rule.</summary>
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.Conventions.ConfigureFilter(new AllowedMethods());
            pages.Conventions.AuthorizeFolder("/Dashboard", Policies.Staff);
            pages.Conventions.AuthorizeFolder("/Admin", Policies.Admin);
            pages.Conventions.AddFolderApplicationModelConvention("/Dashboard", page => page.Filters.Add(new OwnBookingFilter()));
            pages.Conventions.AddFolderApplicationModelConvention("/Admin", page => page.Filters.Add(new OwnBookingFilter()));
            pages.Conventions.AddFolderApplicationModelConvention("/Dashboard/Availability", page => page.Filters.Add(new EditedHostFilter()));
            pages.Conventions.AddFolderApplicationModelConvention("/Dev", page => page.Filters.Add(new DevelopmentOnlyAttribute()));
            pages.Conventions.AddFolderApplicationModelConvention("/Demo", page => page.Filters.Add(new DevelopmentOnlyAttribute()));
        });
        services.Configure<MvcOptions>(mvc =>
        {
            // nothing here sends names as jQuery writes them, and a name that is wrong in that way would be an error
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        services.Configure<CookieTempDataProviderOptions>(notices => notices.Cookie.Name = "portal.notice");
        return services;
    }
}
