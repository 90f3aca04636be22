using Portal.Core.Bookings.Afterwards;

namespace Portal.Web.Pages.Meetings;

/// <summary>What <c>_Missed</c> offers a visitor whose host is not there.</summary>
/// <param name="Token">Of the visitor's link; after the call the id of the booking.</param>
public sealed record MissedView(string Token, AfterCall Call);
