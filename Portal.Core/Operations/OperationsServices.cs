using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

public static class OperationsServices
{
    public static IServiceCollection AddPortalOperations(this IServiceCollection services)
    {
        services.AddSingleton<ThisNode>();
        services.AddScoped<AnnounceNode>();
        services.AddScoped<RetireNode>();
        services.AddScoped<RecordJobRun>();
        services.AddScoped<FindHealth>();
        services.AddScoped<BringUpToDate>();
        services.AddScoped<BackUpDatabase>();
        services.AddScoped<CheckBackup>();
        return services;
    }
}
