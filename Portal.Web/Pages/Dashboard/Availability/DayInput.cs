namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>One day of the usual week as typed.</summary>
public sealed class DayInput
{
    /// <summary>0 for Monday. Sent with every day: a list is read up to the first of which nothing was sent.</summary>
    public int Number { get; set; }

    public List<RangeInput> Ranges { get; set; } = [];

    /// <summary>The days ticked to get the same hours, 0 for Monday.</summary>
    public List<int> CopyTo { get; set; } = [];
}
