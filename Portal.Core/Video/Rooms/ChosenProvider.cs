namespace Portal.Core.Video.Rooms;

/// <param name="InsteadOf">The id of the one that was chosen and failed, or has no account any more; null when it is the one.</param>
public sealed record ChosenProvider(IVideoProvider Provider, string? InsteadOf);
