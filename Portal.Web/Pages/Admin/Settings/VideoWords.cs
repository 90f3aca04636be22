using Portal.Core.Video;
using Portal.Core.Video.Accounts;

namespace Portal.Web.Pages.Admin.Settings;

internal static class VideoWords
{
    public static string Of(VideoProviderKind kind) =>
        $"{(kind.Fields.Count == 0 ? "From browser to browser, built in. " : "")}Up to {kind.Capabilities.MostPeople} people. {(kind.Capabilities.Records ? "Can record." : "Does not record.")}";

    public static string Of(VideoAccountState state) => state switch
    {
        VideoAccountState.Own => "Your organisation's own account",
        VideoAccountState.OfInstallation => "The account of this portal, for all organisations",
        VideoAccountState.Unreadable => "What was saved cannot be read any more: the keys it was encrypted with are gone. Fill it in again.",
        _ => "No account yet",
    };
}
