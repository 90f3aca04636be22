using System.Runtime.InteropServices;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Merges the open starts of several hosts: a slot wherever one of them is free.</summary>
internal static class HostUnion
{
    /// <param name="rules">Gives the slots their length.</param>
    /// <param name="hosts">In the order in which a slot names them.</param>
    /// <param name="starts">The starts of each host in ascending order, one host after the other.</param>
    /// <param name="endOfHost">Where in <paramref name="starts"/> those of each host end.</param>
    public static List<OpenSlot> Of(SlotRules rules, IReadOnlyList<HostHours> hosts, List<long> starts, int[] endOfHost)
    {
        var slots = new List<OpenSlot>(hosts.Count == 1 ? starts.Count : 0);
        var nextOfHost = new int[hosts.Count];
        for (var host = 1; host < hosts.Count; host++)
            nextOfHost[host] = endOfHost[host - 1];

        var free = new List<Guid>(hosts.Count);
        Guid[] named = [];
        while (true)
        {
            var earliest = Earliest(starts, nextOfHost, endOfHost);
            if (earliest == long.MaxValue)
                return slots;
            free.Clear();
            for (var host = 0; host < hosts.Count; host++)
            {
                if (nextOfHost[host] == endOfHost[host] || starts[nextOfHost[host]] != earliest)
                    continue;
                nextOfHost[host]++;
                free.Add(hosts[host].HostId);
            }
            // neighbours mostly have the same hosts, and then share one list
            if (!named.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(free)))
                named = [.. free];
            var start = Instant.FromUnixTimeTicks(earliest);
            slots.Add(new OpenSlot(start, start + rules.Length, HostList.Create(named), rules.Capacity));
        }
    }

    private static long Earliest(List<long> starts, int[] nextOfHost, int[] endOfHost)
    {
        var earliest = long.MaxValue;
        for (var host = 0; host < nextOfHost.Length; host++)
        {
            if (nextOfHost[host] < endOfHost[host])
                earliest = Math.Min(earliest, starts[nextOfHost[host]]);
        }
        return earliest;
    }
}
