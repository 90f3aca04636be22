namespace Portal.Web.Pages.Shared;

/// <summary>For <c>_Decide</c>: approving or declining a pending booking.</summary>
/// <param name="ReturnUrl">The page to come back to; null for the dashboard.</param>
public sealed record DecideView(Guid BookingId, string Visitor, string? ReturnUrl);
