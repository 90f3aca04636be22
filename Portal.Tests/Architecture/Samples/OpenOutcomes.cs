namespace Portal.Tests.Architecture.Samples;

public record InstantiableOutcome
{
    private InstantiableOutcome()
    {
    }

    public sealed record Done : InstantiableOutcome;
}

public abstract record OutcomeWithOpenCase
{
    private OutcomeWithOpenCase()
    {
    }

    public record Done : OutcomeWithOpenCase;
}

public abstract record OutcomeWithPublicConstructor
{
    public sealed record Done : OutcomeWithPublicConstructor;
}

public abstract record OutcomeWithoutCases
{
    private OutcomeWithoutCases()
    {
    }
}
