namespace Portal.Core.Video.Accounts;

/// <summary>Really calls a provider with the organisation's account, and says what is wrong.</summary>
public sealed class TryVideoAccount(VideoProviders providers)
{
    public async Task<TryVideoAccountOutcome> RunAsync(Guid organizationId, string providerId, CancellationToken ct)
    {
        if (await providers.FindAsync(organizationId, providerId, ct) is not { } provider)
            return new TryVideoAccountOutcome.NotConfigured();
        try
        {
            await provider.TryAccountAsync(ct);
            return new TryVideoAccountOutcome.Works();
        }
        catch (VideoProviderException exception)
        {
            return new TryVideoAccountOutcome.Fails(exception.Fault, exception.Message);
        }
    }
}
