using System.Text.Json;

namespace Portal.Web.Live;

/// <summary>A description or a candidate on its way from one browser to another.</summary>
/// <param name="From">Filled in by the server.</param>
/// <param name="SessionId">Of the connection between the two; a later attempt has another.</param>
public sealed record PeerSignal(Guid From, string SessionId, string Kind, JsonElement Payload);
