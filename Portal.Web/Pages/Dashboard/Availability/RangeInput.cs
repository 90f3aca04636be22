namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>One range of hours as typed: <c>09:00</c> and <c>17:00</c>.</summary>
public sealed class RangeInput
{
    public string? From { get; set; }

    public string? To { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);
}
