using Portal.Core.Bookings.Afterwards;

namespace Portal.Web.Pages.Meetings;

/// <summary>What <c>_AfterCall</c> asks a visitor.</summary>
/// <param name="Token">Of the visitor's link; after the call the id of the booking.</param>
/// <param name="Said">What they said before; null for the first time.</param>
public sealed record AfterCallView(string Token, string OrganizationName, Impression? Said = null, string? Note = null)
{
    /// <summary>A face for each, with its word.</summary>
    public static readonly IReadOnlyList<(Impression Impression, string Icon, string Word)> Faces =
    [
        (Impression.Good, "smile", "Good"),
        (Impression.Fair, "meh", "So-so"),
        (Impression.Poor, "frown", "Not good"),
    ];
}
