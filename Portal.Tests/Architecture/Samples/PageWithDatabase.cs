using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Persistence;

namespace Portal.Tests.Architecture.Samples;

internal sealed class PageWithDatabase(PortalDbContext db) : PageModel
{
    public int OnGet() => db.GetHashCode();
}
