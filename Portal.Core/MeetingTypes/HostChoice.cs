namespace Portal.Core.MeetingTypes;

/// <summary>Somebody who may be a host of a meeting type.</summary>
/// <param name="HasHours">Without any there is no time to offer, unless single sessions are.</param>
public sealed record HostChoice(Guid UserId, string Name, bool HasHours);
