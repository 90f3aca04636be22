namespace Portal.Tests.Support;

/// <summary>Many at the same moment, each on a thread of its own that waits at one line for the others.</summary>
public static class Simultaneously
{
    public static async Task<IReadOnlyList<T>> RunAsync<T>(IReadOnlyList<Func<Task<T>>> acts)
    {
        using var line = new Barrier(acts.Count);
        var runs = acts.Select(act => Task.Factory.StartNew(
            () =>
            {
                line.SignalAndWait();
                return act();
            },
            CancellationToken.None,
            // the thread pool would start them a few at a time
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToList();
        return await Task.WhenAll(runs);
    }

    public static Task<IReadOnlyList<T>> RunAsync<T>(int times, Func<Task<T>> act) =>
        RunAsync([.. Enumerable.Repeat(act, times)]);
}
