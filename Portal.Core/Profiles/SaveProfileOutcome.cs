namespace Portal.Core.Profiles;

public abstract record SaveProfileOutcome
{
    private SaveProfileOutcome()
    {
    }

    public sealed record Saved : SaveProfileOutcome;

    /// <summary>Somebody else in the organisation has this address.</summary>
    public sealed record SlugTaken : SaveProfileOutcome;

    public sealed record PhotoTooLarge : SaveProfileOutcome;

    /// <summary>Its content is neither JPEG, PNG nor WebP, whatever its name says.</summary>
    public sealed record NotAPhoto : SaveProfileOutcome;
}
