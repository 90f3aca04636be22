using NodaTime;

namespace Portal.Core.Video.Accounts;

/// <param name="ProviderId">What carries the calls of types that choose none; it may have no account any more.</param>
/// <param name="RecordsCalls">Whether hosts may record at the provider.</param>
/// <param name="FellBack">Calls of the last days that another provider should have carried, the latest first.</param>
public sealed record VideoSettings(
    string ProviderId, bool RecordsCalls, IReadOnlyList<VideoProviderKind> Kinds, IReadOnlyList<VideoAccountView> Accounts, IReadOnlyList<FallenBackCall> FellBack)
{
    public bool IsConfigured(VideoProviderKind kind) =>
        kind.Fields.Count == 0 || Accounts.Any(account => account.Kind == kind && account.State is VideoAccountState.Own or VideoAccountState.OfInstallation);
}

public enum VideoAccountState
{
    None,
    Own,

    /// <summary>Of the settings file, for all organisations.</summary>
    OfInstallation,

    /// <summary>Stored, and the keys that would open it are gone.</summary>
    Unreadable,
}

/// <param name="Values">Without the secrets.</param>
public sealed record VideoAccountView(VideoProviderKind Kind, VideoAccountState State, IReadOnlyDictionary<string, string> Values);

/// <param name="From">The provider that should have carried it.</param>
/// <param name="Reason">In words for an admin.</param>
public sealed record FallenBackCall(Guid BookingId, string From, string Reason, Instant At);
