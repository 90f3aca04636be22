using System.Globalization;
using System.Reflection;
using NodaTime;

namespace Portal.Core.Operations;

/// <summary>The process this code runs in, as the others know it.</summary>
public sealed class ThisNode(IClock clock)
{
    /// <summary>New with every start: what an earlier process held is not this one's.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    public string Version { get; } =
        typeof(ThisNode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public Instant StartedAt { get; } = clock.GetCurrentInstant();

    /// <summary>Set once it was told to end: it finishes what it has begun, and load balancers send it nothing new.</summary>
    public Instant? DrainingSince { get; private set; }

    public void Drain(Instant now) => DrainingSince ??= now;
}
