using NodaTime;

namespace Portal.Core.Availability.Editing;

/// <summary>A meeting type one host may be given meetings of.</summary>
/// <param name="Length">The usual one.</param>
public sealed record HostMeetingType(Guid Id, string Slug, string Name, Duration Length, bool SessionsOnly);
