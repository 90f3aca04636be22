namespace Portal.Core.Profiles;

/// <param name="Slug">Null while there is no public profile.</param>
/// <param name="Photo">The fingerprint of the picture; null for none.</param>
public sealed record OwnProfile(string? Slug, string Text, string? Photo);
