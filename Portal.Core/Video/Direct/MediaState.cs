namespace Portal.Core.Video.Direct;

/// <summary>What somebody sends at the moment.</summary>
public sealed record MediaState(bool Mic, bool Cam, bool Sharing);
