using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Accounts;

/// <summary>Which account opens a provider for an organisation: its own, else the one the settings file gives to all.</summary>
public sealed class VideoAccounts(PortalDbContext db, IDataProtectionProvider protection, IOptions<VideoOptions> options)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Video.Account");

    /// <returns>Null where none is complete: then the provider is not offered.</returns>
    public async Task<VideoAccount?> FindAsync(Guid organizationId, VideoProviderKind kind, CancellationToken ct)
    {
        if (kind.Fields.Count == 0)
            return VideoAccount.None;
        if (await FindOwnAsync(organizationId, kind.Id, ct) is { } own)
            return kind.IsComplete(own) ? own : null;
        return OfInstallation(kind);
    }

    /// <returns>Null where the settings file has none.</returns>
    public VideoAccount? OfInstallation(VideoProviderKind kind)
    {
        var account = kind.OfInstallation(options.Value);
        return kind.IsComplete(account) ? account : null;
    }

    /// <returns>Null where the organisation has none; one without values where the keys that sealed it are gone.</returns>
    public async Task<VideoAccount?> FindOwnAsync(Guid organizationId, string providerId, CancellationToken ct) =>
        await db.VideoAccounts
            .Where(account => account.OrganizationId == organizationId && account.ProviderId == providerId)
            .Select(account => account.Sealed)
            .SingleOrDefaultAsync(ct) is { } stored
            ? Unseal(stored)
            : null;

    public string Seal(VideoAccount account) => protector.Protect(JsonSerializer.Serialize(account.Values));

    private VideoAccount Unseal(string stored)
    {
        try
        {
            return new VideoAccount(JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(stored))!);
        }
        catch (CryptographicException)
        {
            return VideoAccount.None;
        }
    }
}
