namespace Portal.Web.Pages.Shared;

/// <summary>What a host typed about somebody who waits.</summary>
/// <param name="ComeBack"><c>14:20</c>, on the host's clock.</param>
public sealed record DoorTyped(Guid ParticipantId, string? Reason, string? ComeBack)
{
    private const int LongestWords = 500;

    /// <summary>Words to the visitor as they are kept: what is too long for that is cut, and not lost.</summary>
    public static string? Fit(string? words) => words?.Trim() is { Length: > LongestWords } tooLong ? tooLong[..LongestWords] : words?.Trim();
}
