using NodaTime;

namespace Portal.Core.Profiles;

/// <summary>A meeting type on a person's profile.</summary>
/// <param name="Length">The usual one.</param>
public sealed record ProfileMeeting(string Slug, string Name, Duration Length);
