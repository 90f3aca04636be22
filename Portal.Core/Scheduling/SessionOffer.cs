using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A time a host offers once, whatever their hours are: one start, with its own end.</summary>
public readonly record struct SessionOffer(Guid Id, Instant Start, Instant End);
