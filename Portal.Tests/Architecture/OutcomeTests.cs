using System.Reflection;
using Portal.Tests.Architecture.Samples;

namespace Portal.Tests.Architecture;

/// <summary>An outcome is closed: a private constructor, and every case nested and sealed.</summary>
public sealed class OutcomeTests
{
    private static readonly IReadOnlyList<Type> Outcomes =
        [.. Product.TypesIn(Product.Core, "Portal.Core").Where(type => type.IsWritten() && !type.IsNested && type.Name.EndsWith("Outcome", StringComparison.Ordinal))];

    [Fact]
    public void Every_outcome_is_closed()
    {
        Assert.NotEmpty(Outcomes);
        Product.AssertNone([.. Outcomes.SelectMany(Openings)]);
    }

    [Theory]
    [InlineData(typeof(InstantiableOutcome))]
    [InlineData(typeof(OutcomeWithOpenCase))]
    [InlineData(typeof(OutcomeWithPublicConstructor))]
    [InlineData(typeof(OutcomeWithoutCases))]
    public void An_open_one_would_be_noticed(Type outcome) => Assert.NotEmpty(Openings(outcome));

    private static IEnumerable<string> Openings(Type outcome)
    {
        if (!outcome.IsAbstract)
            yield return $"{outcome.Name} is not abstract";
        // the constructor a record copies itself with is protected, and takes the record
        var constructors = outcome.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != outcome);
        if (constructors.Any(constructor => !constructor.IsPrivate))
            yield return $"{outcome.Name} has a constructor that is not private";
        var cases = outcome.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(outcome.IsAssignableFrom).ToList();
        if (cases.Count == 0)
            yield return $"{outcome.Name} has no case";
        foreach (var open in cases.Where(nested => !nested.IsSealed))
            yield return $"{outcome.Name}.{open.Name} is not sealed";
    }
}
