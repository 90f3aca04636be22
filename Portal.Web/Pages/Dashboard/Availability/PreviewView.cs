using Portal.Core.Availability;
using Portal.Core.Availability.Editing;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What <c>_Preview</c> shows.</summary>
/// <param name="Grid">Null when there is no type to preview.</param>
/// <param name="IsDraft">It shows a week that is not saved yet.</param>
public sealed record PreviewView(IReadOnlyList<HostMeetingType> Types, Guid? TypeId, Guid? Colleague, PreviewGrid? Grid, bool IsDraft)
{
    public static PreviewView None { get; } = new([], null, null, null, false);

    /// <param name="asked">The first type offered in the usual week for null and for any that is not the host's.</param>
    /// <param name="week">Null for the saved one.</param>
    public static async Task<PreviewView> LookAsync(
        PreviewAvailability preview, EditedHost host, Guid? asked, UsualWeek? week, CancellationToken ct)
    {
        var types = host.Availability.Types;
        var type = types.FirstOrDefault(type => type.Id == asked) ?? types.OrderBy(type => type.SessionsOnly).FirstOrDefault();
        var found = type is null
            ? null
            : await preview.RunAsync(new PreviewAvailabilityRequest(host.Availability.Host, type.Id, week), ct);
        return new PreviewView(types, type?.Id, host.Colleague, found is null ? null : new PreviewGrid(found), host.IsUnsaved(week));
    }
}
