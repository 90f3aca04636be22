using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Portal.Core.Scheduling;

/// <summary>Some of the hosts of a schedule, in its order: a view of a row of bits that all slots of one answer share.</summary>
[CollectionBuilder(typeof(HostList), nameof(Create))]
public readonly struct HostList : IReadOnlyList<Guid>, IEquatable<HostList>
{
    private const int BitsPerWord = 64;

    private readonly Guid[]? all;
    private readonly ulong[]? bits;
    private readonly int firstWord;

    /// <summary>A view of the hosts whose bit is set in the words that begin at <paramref name="firstWord"/>.</summary>
    internal HostList(Guid[] all, ulong[] bits, int firstWord)
    {
        this.all = all;
        this.bits = bits;
        this.firstWord = firstWord;
    }

    /// <summary>All of them.</summary>
    internal HostList(Guid[] all) => this.all = all;

    public int Count
    {
        get
        {
            if (all is null || bits is null)
                return all?.Length ?? 0;
            var count = 0;
            for (var word = 0; word < Words(all.Length); word++)
                count += BitOperations.PopCount(bits[firstWord + word]);
            return count;
        }
    }

    public Guid this[int index]
    {
        get
        {
            foreach (var host in this)
            {
                if (index-- == 0)
                    return host;
            }
            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static bool operator ==(HostList left, HostList right) => left.Equals(right);

    public static bool operator !=(HostList left, HostList right) => !left.Equals(right);

    public static HostList Create(ReadOnlySpan<Guid> hosts) => new(hosts.ToArray());

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Guid> IEnumerable<Guid>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(HostList other) => this.SequenceEqual(other);

    public override bool Equals(object? obj) => obj is HostList other && Equals(other);

    public override int GetHashCode() => Count;

    public override string ToString() => string.Join(", ", this);

    internal static int Words(int hosts) => (hosts + BitsPerWord - 1) / BitsPerWord;

    public struct Enumerator : IEnumerator<Guid>
    {
        private readonly HostList hosts;
        private int index;

        internal Enumerator(HostList hosts)
        {
            this.hosts = hosts;
            index = -1;
        }

        public readonly Guid Current => hosts.all![index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var count = hosts.all?.Length ?? 0;
            do
                index++;
            while (index < count && !IsNamed(index));
            return index < count;
        }

        public void Reset() => index = -1;

        public readonly void Dispose()
        {
        }

        private readonly bool IsNamed(int host) =>
            hosts.bits is null || (hosts.bits[hosts.firstWord + host / BitsPerWord] >> (host % BitsPerWord) & 1) != 0;
    }
}
