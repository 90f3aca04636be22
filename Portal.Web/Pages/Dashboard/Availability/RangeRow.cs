namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>For <c>_Range</c>: one range of hours in a form, and the button that takes it out.</summary>
/// <param name="Name">What the fields' names begin with.</param>
/// <param name="Day">As it is read out.</param>
/// <param name="Number">From 0.</param>
/// <param name="RemoveAct">What the button sends as <c>act</c>.</param>
/// <param name="ChangeUrl">Where the button sends the form.</param>
/// <param name="Target">What comes back replaces this, a CSS selector.</param>
public sealed record RangeRow(RangeInput Range, string Name, string Day, int Number, string RemoveAct, string ChangeUrl, string Target)
{
    public string Which => Number == 0 ? Day : $"{Day}, range {Number + 1}";
}
