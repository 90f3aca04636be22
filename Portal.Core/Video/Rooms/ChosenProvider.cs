namespace Portal.Core.Video.Rooms;

/// <param name="InsteadOf">The one that was chosen and has no account any more; null when it is the one.</param>
internal sealed record ChosenProvider(IVideoProvider Provider, string? InsteadOf);
