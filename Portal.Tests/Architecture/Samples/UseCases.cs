#pragma warning disable CA1822 // a use case is an instance, also where a sample needs none
namespace Portal.Tests.Architecture.Samples;

internal sealed class UseCaseWithTwoEntries
{
    public Task RunAsync(string request) => Task.FromResult(request);

    public Task RunAsync(int request) => Task.FromResult(request);
}

internal sealed class UseCaseWithASecondVerb
{
    public Task RunAsync(string request) => Task.FromResult(request);

    public Task CancelAsync(string request) => Task.FromResult(request);
}

internal sealed class UseCaseWithAQuestion
{
    public Task RunAsync(string request) => Task.FromResult(request);

    public Task<bool> IsNeededAsync(string request) => Task.FromResult(request.Length > 0);
}
