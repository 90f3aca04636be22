using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support.Http;

/// <summary>Notes the SQL of each request that names itself with <see cref="Header"/>.</summary>
internal sealed class QueryCounter : IStartupFilter
{
    public const string Header = "X-Test-Request";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> byRequest = new();
    private readonly AsyncLocal<ConcurrentQueue<string>?> current = new();

    public QueryCounter() => Interceptor = new CountingInterceptor(this);

    public IInterceptor Interceptor { get; }

    public IReadOnlyList<string> Of(HttpResponseMessage response)
    {
        var request = response.RequestMessage!.Headers.GetValues(Header).Single();
        return byRequest.TryGetValue(request, out var statements) ? [.. statements] : [];
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, following) =>
        {
            if (http.Request.Headers[Header].FirstOrDefault() is { } request)
                current.Value = byRequest.GetOrAdd(request, _ => new());
            await following(http);
        });
        next(app);
    };

    private sealed class CountingInterceptor(QueryCounter counter) : DbCommandInterceptor
    {
        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            counter.current.Value?.Enqueue(result.CommandText);
            return result;
        }
    }
}
