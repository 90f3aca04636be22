namespace Portal.Core.Video;

/// <summary>A room that is asked for.</summary>
/// <param name="Name">Of <see cref="RoomName"/>.</param>
/// <param name="Callback">Where the provider reports who came and went; null for nowhere.</param>
public sealed record RoomOrder(string Name, Uri? Callback);
