namespace Portal.Core.Video.Direct;

/// <param name="Replaced">The connection the same participant had until now, if any; it may be on another node.</param>
public sealed record TakenSeat(string? Replaced);
