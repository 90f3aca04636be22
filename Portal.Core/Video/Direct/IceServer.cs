namespace Portal.Core.Video.Direct;

/// <summary>One entry of a browser's <c>RTCConfiguration.iceServers</c>.</summary>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username, string? Credential);
