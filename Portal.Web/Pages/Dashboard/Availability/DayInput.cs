namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>One day of the usual week as typed.</summary>
public sealed class DayInput
{
    public List<RangeInput> Ranges { get; set; } = [];

    /// <summary>The days ticked to get the same hours, 0 for Monday.</summary>
    public List<int> CopyTo { get; set; } = [];
}
