using NodaTime;

namespace Portal.Core.Operations;

public abstract record BackUpDatabaseOutcome
{
    private BackUpDatabaseOutcome()
    {
    }

    /// <param name="Length">In bytes.</param>
    public sealed record BackedUp(string File, long Length, Duration Took) : BackUpDatabaseOutcome;

    /// <summary>Nothing is ever overwritten.</summary>
    public sealed record FileExists(string File) : BackUpDatabaseOutcome;

    public sealed record CannotWrite(string File, string Reason) : BackUpDatabaseOutcome;

    public sealed record NoDatabase(string File) : BackUpDatabaseOutcome;

    /// <summary>PostgreSQL has a tool of its own.</summary>
    public sealed record NotSqlite : BackUpDatabaseOutcome;
}
