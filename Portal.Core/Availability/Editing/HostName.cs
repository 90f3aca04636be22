namespace Portal.Core.Availability.Editing;

public sealed record HostName(Guid HostId, string Name);
