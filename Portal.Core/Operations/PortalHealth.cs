using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <param name="TimeZones">The version of the time zone database, such as 2026f.</param>
/// <param name="MailWaiting">Of the reader's organisation: due and not sent yet.</param>
/// <param name="MailGivenUp">Of the reader's organisation.</param>
public sealed record PortalHealth(
    Instant Now,
    IReadOnlyList<NodeHealth> Nodes,
    IReadOnlyList<JobRun> Jobs,
    DatabaseProvider Database,
    string TimeZones,
    int MailWaiting,
    int MailGivenUp);

/// <param name="IsSilent">It ended without a word, or cannot reach the database.</param>
/// <param name="IsThis">The one that answers.</param>
public sealed record NodeHealth(string Name, string Version, Instant StartedAt, Instant SeenAt, bool IsDraining, bool IsSilent, bool IsThis);
