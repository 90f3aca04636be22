namespace Portal.Core.Video.Direct;

/// <summary>What somebody sends and shows at the moment.</summary>
/// <param name="Hand">They have raised it.</param>
/// <param name="Recording">They record the call on their computer; everybody in it sees that.</param>
public sealed record MediaState(bool Mic, bool Cam, bool Sharing, bool Hand = false, bool Recording = false);
