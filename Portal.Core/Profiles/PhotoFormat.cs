namespace Portal.Core.Profiles;

/// <summary>What a file is by its content; its name and what the browser says of it count for nothing.</summary>
internal static class PhotoFormat
{
    /// <returns>The media type of a JPEG, PNG or WebP; null for anything else.</returns>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return "image/png";
        return content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }
}
