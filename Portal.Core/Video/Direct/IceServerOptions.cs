namespace Portal.Core.Video.Direct;

/// <summary>A STUN or TURN server that browsers may use to find each other.</summary>
public sealed class IceServerOptions
{
    private static readonly string[] Schemes = ["stun:", "stuns:", "turn:", "turns:"];

    /// <summary>For example <c>stun:turn.example:3478</c> or <c>turns:turn.example:5349?transport=tcp</c>.</summary>
    public List<string> Urls { get; } = [];

    public string Username { get; set; } = "";

    public string Credential { get; set; } = "";

    /// <summary>Instead of user name and credential: the secret shared with the TURN server (coturn: <c>static-auth-secret</c>).</summary>
    public string Secret { get; set; } = "";

    internal IEnumerable<string> Faults(string path)
    {
        if (Urls.Count == 0)
            yield return $"{path}:Urls is empty. Give a list of addresses, for example [\"stun:turn.example:3478\"].";
        foreach (var url in Urls.Where(url => !Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.Ordinal))))
            yield return $"{path}:Urls holds \"{url}\", which does not begin with {string.Join(", ", Schemes)}.";
        if (Urls.Any(url => url.StartsWith("turn", StringComparison.Ordinal)) && Secret == "" && (Username == "" || Credential == ""))
            yield return $"{path} is a TURN server and needs a Username and a Credential, or a Secret.";
    }
}
