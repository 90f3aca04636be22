using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A time a host offers once, whatever their hours are: one start, with its own end after it.</summary>
public readonly record struct SessionOffer(Guid Id, Instant Start, Instant End)
{
    public Instant End { get; init; } = End > Start
        ? End
        : throw new ArgumentOutOfRangeException(nameof(End), End, "A session must end after its start.");
}
