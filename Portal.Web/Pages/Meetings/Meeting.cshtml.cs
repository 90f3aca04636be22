using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Meetings;

public sealed class MeetingModel : PageModel;
