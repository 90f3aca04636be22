using NodaTime;

namespace Portal.Core.MeetingTypes;

/// <summary>A meeting type on its organisation's booking page.</summary>
/// <param name="HostName">Null when the host is chosen at booking.</param>
public sealed record MeetingTypeSummary(string Slug, string Name, string Description, Duration Length, string? HostName);
