using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Demo;

/// <summary>A page of somebody else's help centre, as far as it carries a link to Portal.</summary>
public sealed class HelpArticleModel : PageModel;
