namespace Portal.Core.Video.Http;

/// <summary>The clients of a provider: connections of the one kind are never used for the other.</summary>
internal static class VideoClients
{
    /// <summary>For addresses from the settings file, wherever they lead.</summary>
    public static string OfOperator(string providerId) => providerId;

    /// <summary>For addresses an admin of an organisation typed: see <see cref="Outgoing.OutgoingGuard"/>.</summary>
    public static string OfOrganization(string providerId) => $"{providerId}-of-organization";

    public static HttpClient Create(this IHttpClientFactory clients, string providerId, VideoAccount account) =>
        clients.CreateClient(account.IsOfOperator ? OfOperator(providerId) : OfOrganization(providerId));
}
