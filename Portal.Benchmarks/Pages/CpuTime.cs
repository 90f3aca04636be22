using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks.Pages;

/// <summary>User and system time of a process and its children, as Linux counts it.</summary>
internal static class CpuTime
{
    // clock ticks a second: what sysconf(_SC_CLK_TCK) says on every Linux of today
    private const double TicksPerSecond = 100;

    public static TimeSpan Of(Process server) =>
        TimeSpan.FromSeconds(Tree(server.Id).Sum(id => TicksOf(id)) / TicksPerSecond);

    private static IEnumerable<int> Tree(int root)
    {
        yield return root;
        var children = File.ReadAllText($"/proc/{root}/task/{root}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var child in children.SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture))))
            yield return child;
    }

    private static long TicksOf(int id)
    {
        // the name in brackets may hold spaces: the numbers follow the last one
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
