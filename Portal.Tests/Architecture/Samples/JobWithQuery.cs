using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Architecture.Samples;

internal static class JobWithQuery
{
    /// <summary>Names no type of the database: only the call in the closure gives it away.</summary>
    public static async Task<int> CountAsync(IQueryable<string> rows)
    {
        await Task.Yield();
        return await rows.CountAsync();
    }
}
