using System.Collections;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>
/// The answer of a sweep, kept as it was computed: a start and a row of hosts for each slot. A slot is put together when
/// it is read.
/// </summary>
internal sealed class SlotTable : IReadOnlyList<OpenSlot>
{
    private readonly SlotRules rules;
    private readonly long[] starts;
    private readonly Guid[] hosts;
    // null when every slot names all hosts
    private readonly ulong[]? rows;
    private readonly int words;

    private SlotTable(SlotRules rules, long[] starts, Guid[] hosts, ulong[]? rows)
    {
        this.rules = rules;
        this.starts = starts;
        this.hosts = hosts;
        this.rows = rows;
        words = HostList.Words(hosts.Length);
    }

    public int Count => starts.Length;

    public OpenSlot this[int index]
    {
        get
        {
            var start = Instant.FromUnixTimeTicks(starts[index]);
            var named = rows is null ? new HostList(hosts) : new HostList(hosts, rows, index * words);
            return new OpenSlot(start, start + rules.Length, named, rules.Capacity);
        }
    }

    /// <summary>A slot for every start of the rows, which must each have a host.</summary>
    public static IReadOnlyList<OpenSlot> Of(Schedule schedule, HostRows open)
    {
        if (open.Count == 0)
            return [];
        var hosts = new Guid[schedule.Hosts.Count];
        for (var host = 0; host < hosts.Length; host++)
            hosts[host] = schedule.Hosts[host].HostId;
        var allNamed = hosts.Length == 1 || schedule.Combination == HostCombination.All;
        return new SlotTable(schedule.Rules, open.Starts.ToArray(), hosts, allNamed ? null : open.Rows.ToArray());
    }

    public IEnumerator<OpenSlot> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
