namespace Portal.Core.Profiles;

/// <param name="Organization">The slug in the address; may be null when the person is named by their id.</param>
/// <param name="Person">The slug of the profile, unique in its organisation; or the id of the user.</param>
public sealed record FindProfileRequest(string? Organization, string Person);
