using System.Collections.Concurrent;

namespace Portal.Core.Persistence;

/// <summary>
/// A query on the way of every booking, compiled once for each kind of context: EF holds a compiled query to the model of the
/// first context that asks, and otherwise builds and looks up the expression each time, which costs as much as running it.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConcurrentDictionary<Type, TQuery> queries = new();

    public TQuery On(PortalDbContext db) => queries.GetOrAdd(db.GetType(), static (_, compile) => compile(), compile);
}
