namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>One who may hold meetings, in the list of the editor.</summary>
public sealed class HostInput
{
    public Guid HostId { get; set; }

    public bool Takes { get; set; }

    public int? Weight { get; set; }
}
