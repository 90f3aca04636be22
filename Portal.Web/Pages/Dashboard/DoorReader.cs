using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Web.Pages.Dashboard;

/// <summary>Who reads what came of a decision, and when.</summary>
/// <param name="CallUrl">Leads from a booking to its call; null for a reader who is in it.</param>
internal sealed record DoorReader(CurrentMember Member, Instant Now, Func<Guid, string?> CallUrl);
