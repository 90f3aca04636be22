namespace Portal.Core.Outgoing;

/// <summary>A host that has no address the portal may call for an organisation. Nothing was sent to it.</summary>
public sealed class InternalAddressException(string host)
    : Exception($"{host} is inside of the portal's own network, which the portal calls for no organisation. Whoever runs the portal can allow it with the setting Outgoing:AllowedInternal.");
