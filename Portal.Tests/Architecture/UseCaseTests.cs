using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Architecture.Samples;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Architecture;

/// <summary>A use case is a class with one way in, <c>RunAsync</c>, that the portal knows.</summary>
public sealed class UseCaseTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Entry = "RunAsync";

    /// <summary>How a further question to the same class may begin.</summary>
    private static readonly string[] Questions = ["For", "Is", "Can", "Find", "List"];

    private static readonly IReadOnlyList<Type> UseCases =
        [.. Product.TypesIn(Product.Core, "Portal.Core").Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && Entries(type) > 0)];

    [Fact]
    public void Every_use_case_has_one_way_in()
    {
        Assert.NotEmpty(UseCases);
        Product.AssertNone([.. UseCases.SelectMany(SecondWaysIn)]);
    }

    [Theory]
    [InlineData(typeof(UseCaseWithTwoEntries))]
    [InlineData(typeof(UseCaseWithASecondVerb))]
    public void A_second_way_in_would_be_noticed(Type useCase) => Assert.NotEmpty(SecondWaysIn(useCase));

    [Fact]
    public void A_use_case_with_a_question_beside_it_is_fine() => Assert.Empty(SecondWaysIn(typeof(UseCaseWithAQuestion)));

    [Fact]
    public void Every_use_case_is_registered()
    {
        var registered = app.Services.GetRequiredService<IServiceProviderIsService>();

        Product.AssertNone([.. UseCases.Where(useCase => !registered.IsService(useCase)).Select(useCase => $"{useCase.FullName} is not registered")]);
        Assert.False(registered.IsService(typeof(UseCaseWithAQuestion)));
    }

    private static IEnumerable<string> SecondWaysIn(Type useCase)
    {
        if (Entries(useCase) != 1)
            yield return $"{useCase.FullName} has {Entries(useCase)} methods {Entry}";
        foreach (var method in Methods(useCase).Where(method => method.Name != Entry && !IsQuestion(method.Name)))
            yield return $"{useCase.FullName} can also {method.Name}";
    }

    private static bool IsQuestion(string name) => Questions.Any(question =>
        name.StartsWith(question, StringComparison.Ordinal) && name.Length > question.Length && char.IsUpper(name[question.Length]));

    private static int Entries(Type type) => Methods(type).Count(method => method.Name == Entry);

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName);
}
