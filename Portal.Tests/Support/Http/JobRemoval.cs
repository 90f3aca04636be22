using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.Tests.Support.Http;

internal static class JobRemoval
{
    /// <summary>Without its hosted service the scheduler exists but never starts; a test runs the use case itself.</summary>
    public static void RemoveJobs(this IServiceCollection services)
    {
        foreach (var service in services.Where(IsJob).ToList())
            services.Remove(service);
    }

    private static bool IsJob(ServiceDescriptor service)
    {
        if (service.ServiceType != typeof(IHostedService) || service.IsKeyedService)
            return false;
        var type = service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.DeclaringType;
        return type?.Namespace is { } name
            && (name.StartsWith("Quartz", StringComparison.Ordinal) || name.StartsWith("Portal.Web.Jobs", StringComparison.Ordinal));
    }
}
