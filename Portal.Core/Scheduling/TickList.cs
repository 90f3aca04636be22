using System.Buffers;

namespace Portal.Core.Scheduling;

/// <summary>Ticks that are needed during one sweep only, in borrowed memory.</summary>
internal ref struct TickList : IDisposable
{
    private const int FirstSize = 1024;

    private long[] ticks;

    public TickList() => ticks = ArrayPool<long>.Shared.Rent(FirstSize);

    public int Count { get; private set; }

    public readonly ReadOnlySpan<long> Items => ticks.AsSpan(0, Count);

    public void Add(long tick)
    {
        if (Count == ticks.Length)
            Grow();
        ticks[Count++] = tick;
    }

    public readonly void Dispose() => ArrayPool<long>.Shared.Return(ticks);

    private void Grow()
    {
        var more = ArrayPool<long>.Shared.Rent(ticks.Length * 2);
        ticks.CopyTo(more, 0);
        ArrayPool<long>.Shared.Return(ticks);
        ticks = more;
    }
}
