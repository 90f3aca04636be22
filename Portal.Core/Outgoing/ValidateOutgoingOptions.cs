using Microsoft.Extensions.Options;

namespace Portal.Core.Outgoing;

/// <summary>Stops the start when an entry could never allow anything.</summary>
internal sealed class ValidateOutgoingOptions : IValidateOptions<OutgoingOptions>
{
    public ValidateOptionsResult Validate(string? name, OutgoingOptions options)
    {
        var faults = options.AllowedInternal
            .Where(entry => OutgoingOptions.NetworkOf(entry) is null && Uri.CheckHostName(entry) != UriHostNameType.Dns)
            .Select(entry => $"Outgoing:AllowedInternal has \"{entry}\", which is no host, address or network: \"livekit.lan\", \"10.1.2.3\" and \"10.1.0.0/16\" are.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
