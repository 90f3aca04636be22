using Portal.Core.Availability;
using Portal.Core.Availability.Editing;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What <see cref="EditedHostFilter"/> found.</summary>
/// <param name="Colleague">For links, as <c>host</c>; null for one's own hours.</param>
public sealed record EditedHost(HostAvailability Availability, Guid? Colleague)
{
    /// <summary>Saving it would change something.</summary>
    public bool IsUnsaved(UsualWeek? week) => week is not null && Availability.Schedule is { } saved && week != UsualWeek.Of(saved);
}

public static class EditedHostAccess
{
    /// <exception cref="InvalidOperationException">The page is not in the folder the filter stands before.</exception>
    public static EditedHost EditedHost(this HttpContext http) =>
        http.Features.Get<EditedHost>() ?? throw new InvalidOperationException($"{http.Request.Path} is about no host.");
}
