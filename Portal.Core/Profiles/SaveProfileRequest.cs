using Portal.Core.Availability.Editing;

namespace Portal.Core.Profiles;

/// <param name="Slug">Valid as <see cref="Organizations.Slug"/> has it; null takes the profile down.</param>
/// <param name="Photo">A new picture; null leaves it as it is.</param>
/// <param name="RemovesPhoto">Of no meaning beside a new picture.</param>
public sealed record SaveProfileRequest(HostKey Member, string? Slug, string Text, byte[]? Photo = null, bool RemovesPhoto = false)
{
    /// <summary>Of a picture, in bytes.</summary>
    public const int LargestPhoto = 2 * 1024 * 1024;
}
