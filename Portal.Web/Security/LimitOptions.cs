namespace Portal.Web.Security;

/// <summary>Section <c>Limits</c> of the settings.</summary>
public sealed class LimitOptions
{
    /// <summary>How many forms one address may send in a minute without being signed in.</summary>
    public int PublicPostsPerMinute { get; set; } = 30;
}
