using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Scheduling;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What <c>_Preview</c> shows.</summary>
/// <param name="Grid">Null when there is no type to preview.</param>
/// <param name="IsDraft">It shows hours that are not saved yet.</param>
public sealed record PreviewView(IReadOnlyList<HostMeetingType> Types, Guid? TypeId, Guid? Colleague, PreviewGrid? Grid, bool IsDraft)
{
    public static PreviewView None { get; } = new([], null, null, null, false);

    /// <param name="asked">The first type offered in the usual week for null and for any that is not the host's.</param>
    /// <param name="zone">Null for the saved one.</param>
    /// <param name="hours">Null for the saved ones.</param>
    public static async Task<PreviewView> LookAsync(
        PreviewAvailability preview, EditedHost host, Guid? asked, DateTimeZone? zone, WeeklyHours? hours, CancellationToken ct)
    {
        var types = host.Availability.Types;
        var type = types.FirstOrDefault(type => type.Id == asked) ?? types.OrderBy(type => type.SessionsOnly).FirstOrDefault();
        var found = type is null
            ? null
            : await preview.RunAsync(new PreviewAvailabilityRequest(host.Availability.Host, type.Id, zone, hours), ct);
        var isDraft = (zone is not null && zone != host.Availability.Schedule?.Zone) || (hours is not null && hours != host.Availability.Schedule?.Hours);
        return new PreviewView(types, type?.Id, host.Colleague, found is null ? null : new PreviewGrid(found), isDraft);
    }
}
