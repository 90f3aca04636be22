namespace Portal.Core.Video;

/// <summary>What a provider can do beyond carrying sound and pictures.</summary>
/// <param name="MostPeople">In one room.</param>
/// <param name="Records">On its own servers, where nobody's browser has to stay open.</param>
/// <param name="Captions">Turns speech into text.</param>
public sealed record VideoCapabilities(int MostPeople, bool Records, bool Captions);
