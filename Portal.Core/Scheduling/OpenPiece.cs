namespace Portal.Core.Scheduling;

/// <summary>
/// A part of a range of hours during which the zone's offset does not change, in ticks.
/// </summary>
/// <param name="Start">Where it begins, in UTC.</param>
/// <param name="End">Where it ends, in UTC, exclusive.</param>
/// <param name="Anchor">Where its range would begin if this offset had held since then: the grid of starts counts from here.</param>
/// <param name="Offset">Wall time minus UTC.</param>
internal readonly record struct OpenPiece(long Start, long End, long Anchor, long Offset);
