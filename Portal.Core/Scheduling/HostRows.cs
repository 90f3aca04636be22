using System.Buffers;
using System.Numerics;

namespace Portal.Core.Scheduling;

/// <summary>
/// Who can take which start: a row of bits for each start, a bit for each host of the schedule. It begins with all that
/// hours allow, and whatever is in the way clears bits. The memory is borrowed.
/// </summary>
internal readonly ref struct HostRows : IDisposable
{
    private const int BitsPerWord = 64;

    private readonly long[] starts;
    private readonly ulong[] bits;
    private readonly int words;

    private HostRows(int capacity, int words)
    {
        starts = ArrayPool<long>.Shared.Rent(capacity);
        bits = ArrayPool<ulong>.Shared.Rent(capacity * words);
        this.words = words;
        Count = 0;
    }

    private HostRows(HostRows rows, int count)
    {
        this = rows;
        Count = count;
    }

    public int Count { get; }

    public ReadOnlySpan<long> Starts => starts.AsSpan(0, Count);

    public static HostRows Empty(int words) => new(0, words);

    /// <summary>The row of every start, one after the other.</summary>
    public ReadOnlySpan<ulong> Rows => bits.AsSpan(0, Count * words);

    /// <summary>Opens more starts to some hosts; gives back the memory of the rows it replaces.</summary>
    /// <param name="grid">In ascending order.</param>
    /// <param name="hosts">The bits to set in the row of each.</param>
    public HostRows With(ReadOnlySpan<long> grid, ReadOnlySpan<ulong> hosts)
    {
        var merged = new HostRows(Count + grid.Length, words);
        if (Count == 0)
            return merged.Fill(grid, hosts);
        var (mine, added, count) = (0, 0, 0);
        while (mine < Count || added < grid.Length)
        {
            var fromMine = mine < Count ? starts[mine] : long.MaxValue;
            var fromGrid = added < grid.Length ? grid[added] : long.MaxValue;
            var row = merged.bits.AsSpan(count * words, words);
            merged.starts[count++] = Math.Min(fromMine, fromGrid);
            row.Clear();
            if (fromMine <= fromGrid)
                Row(mine++).CopyTo(row);
            if (fromGrid > fromMine)
                continue;
            added++;
            for (var word = 0; word < words; word++)
                row[word] |= hosts[word];
        }
        Dispose();
        return new HostRows(merged, count);
    }

    /// <summary>No start within the span is for this host.</summary>
    /// <param name="host">The number of the host in the schedule.</param>
    /// <param name="span">Which starts.</param>
    /// <param name="cursor">Where the last search of this host ended: spans that come in order are found without searching.</param>
    public void Close(int host, TickSpan span, ref int cursor)
    {
        var (starts, bits, count) = (this.starts, this.bits, Count);
        cursor = FirstFrom(span.From, cursor);
        var keep = ~(1UL << host);
        var word = host / BitsPerWord;
        for (var start = cursor; start < count && starts[start] < span.Until; start++)
            bits[start * words + word] &= keep;
    }

    /// <summary>No start within the span is for anybody.</summary>
    public void Close(TickSpan span)
    {
        for (var start = FirstFrom(span.From, 0); start < Count && starts[start] < span.Until; start++)
            bits.AsSpan(start * words, words).Clear();
    }

    /// <summary>Only the starts that so many hosts can take; a view of the same memory.</summary>
    public HostRows ForAtLeast(int hosts)
    {
        var kept = 0;
        for (var start = 0; start < Count; start++)
        {
            if (HostsOf(start) < hosts)
                continue;
            if (kept < start)
            {
                starts[kept] = starts[start];
                Row(start).CopyTo(bits.AsSpan(kept * words, words));
            }
            kept++;
        }
        return new HostRows(this, kept);
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(starts);
        ArrayPool<ulong>.Shared.Return(bits);
    }

    private HostRows Fill(ReadOnlySpan<long> grid, ReadOnlySpan<ulong> hosts)
    {
        grid.CopyTo(starts);
        var rows = bits.AsSpan(0, grid.Length * words);
        if (words == 1)
            rows.Fill(hosts[0]);
        for (var row = 0; words > 1 && row < rows.Length; row += words)
            hosts.CopyTo(rows[row..]);
        return new HostRows(this, grid.Length);
    }

    private ReadOnlySpan<ulong> Row(int start) => bits.AsSpan(start * words, words);

    private int HostsOf(int start)
    {
        var hosts = 0;
        foreach (var word in Row(start))
            hosts += BitOperations.PopCount(word);
        return hosts;
    }

    private int FirstFrom(long tick, int cursor)
    {
        const int stride = 8;
        var starts = Starts;
        if (cursor > 0 && starts[cursor - 1] >= tick)
            cursor = 0;
        while (cursor + stride < starts.Length && starts[cursor + stride] < tick)
            cursor += stride;
        while (cursor < starts.Length && starts[cursor] < tick)
            cursor++;
        return cursor;
    }
}
