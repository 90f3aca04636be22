using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Core.Operations;

namespace Portal.Web.Hosting;

/// <summary>A node that is about to end is not ready for anything new; nothing is wrong with it either.</summary>
internal sealed class DrainHealth(ThisNode node) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(node.DrainingSince is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("This node is ending."));
}
