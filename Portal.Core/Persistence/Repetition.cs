namespace Portal.Core.Persistence;

/// <summary>Several act on one thing in the same second, and a database restarts now and then: neither is anybody's mistake.</summary>
public static class Repetition
{
    private const int MostCollisions = 6;

    // each of these took seconds already
    private const int MostWaits = 2;

    /// <summary>
    /// Reads and decides again, after a short random while, when somebody else was faster or the database was in trouble.
    /// The attempt must leave no transaction open, and read everything it decides by.
    /// </summary>
    /// <exception cref="DatabaseBusyException">It did not work, a bounded number of times.</exception>
    public static async Task<TOutcome> RepeatAsync<TOutcome>(this PortalDbContext db, Func<Task<TOutcome>> attempt, CancellationToken ct)
    {
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception exception) when (exception is not DatabaseBusyException && DatabaseTroubles.Of(exception) is not DatabaseTrouble.None)
            {
                var trouble = DatabaseTroubles.Of(exception);
                db.ChangeTracker.Clear();
                if (made >= Most(trouble) || ct.IsCancellationRequested)
                    throw new DatabaseBusyException(trouble, mayBeDone: false, exception);
            }

            await Task.Delay(Pause(made), ct);
        }
    }

    private static int Most(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Collision => MostCollisions,
        DatabaseTrouble.TooSlow => MostWaits,
        _ => 1,
    };

    // two who collided must not come back at the same moment: up to 20, 40, 80 … ms
    private static TimeSpan Pause(int made) => TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * (10 << made));
}
