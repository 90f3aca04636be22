namespace Portal.Core.MeetingTypes;

/// <summary>A type as its editor shows it.</summary>
/// <param name="LinkKey">What the private link carries; null for none.</param>
/// <param name="IsInUse">Booked at least once, or offered at single times: it cannot be deleted.</param>
/// <param name="HostNames">By id, of the hosts of the draft.</param>
public sealed record MeetingTypeDetails(
    Guid Id, int Version, MeetingTypeDraft Draft, string? LinkKey, bool IsInUse, IReadOnlyDictionary<Guid, string> HostNames);
