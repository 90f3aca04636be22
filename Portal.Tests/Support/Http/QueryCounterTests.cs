using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Http;

public sealed class QueryCounterTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_queries_of_each_response_are_counted_apart()
    {
        await using var portal = app.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
            services.AddSingleton<IStartupFilter, TwoQueries>()));
        using var client = new PortalClient(app, portal.CreateClient());

        var first = await client.GetAsync("/two-queries");
        var none = await client.GetAsync("/health/live");
        var second = await client.GetAsync("/two-queries");

        Assert.Equal(2, app.QueriesOf(first).Count);
        Assert.Empty(app.QueriesOf(none));
        Assert.Contains("Organizations", app.QueriesOf(second)[0], StringComparison.Ordinal);
        Assert.StartsWith("DELETE", app.QueriesOf(second)[1], StringComparison.Ordinal);
    }

    private sealed class TwoQueries : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/two-queries", branch => branch.Run(async http =>
            {
                var db = http.RequestServices.GetRequiredService<PortalDbContext>();
                await db.Organizations.CountAsync();
                await db.Outbox.Where(message => message.Attempts < 0).ExecuteDeleteAsync();
            }));
            next(app);
        };
    }
}
