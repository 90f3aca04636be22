using System.Reflection;
using Portal.Tests.Architecture.Samples;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>What the tests promise about themselves.</summary>
public sealed class TestSuiteTests
{
    private static readonly IReadOnlyList<MethodInfo> Tests =
    [
        .. Product.Tests.GetTypes().Where(type => !type.IsIn("Portal.Tests.Architecture.Samples")).SelectMany(TestsOf),
    ];

    [Fact]
    public void Every_test_is_named_as_a_sentence() =>
        Product.AssertNone([.. Tests.Where(test => !IsSentence(test.Name)).Select(Describe)]);

    [Theory]
    [InlineData("BookSlotWorks", false)]
    [InlineData("Test1", false)]
    [InlineData("A_slot_inside_the_notice_period_is_refused", true)]
    public void A_name_that_is_no_sentence_would_be_noticed(string name, bool sentence) => Assert.Equal(sentence, IsSentence(name));

    [Fact]
    public void No_test_is_skipped() => Product.AssertNone([.. Tests.Where(IsSkipped).Select(Describe)]);

    [Fact]
    public void A_skipped_test_would_be_noticed() => Assert.True(IsSkipped(typeof(SkippedTest).GetMethod(nameof(SkippedTest.Is_skipped))!));

    [Fact]
    public void Every_use_case_test_runs_on_both_databases() =>
        Product.AssertNone([.. MissingDatabases(Product.Tests.GetTypes().Where(type => !type.IsIn("Portal.Tests.Architecture.Samples")))]);

    [Fact]
    public void A_use_case_test_on_one_database_would_be_noticed() =>
        Assert.Single(MissingDatabases([typeof(OneDatabaseTests), typeof(OneDatabaseTests_on_Sqlite)]));

    private static IEnumerable<MethodInfo> TestsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.IsDefined(typeof(FactAttribute)));

    private static bool IsSentence(string name) => name.Contains('_', StringComparison.Ordinal);

    private static bool IsSkipped(MethodInfo test) => test.GetCustomAttribute<FactAttribute>()!.Skip is not null;

    private static IEnumerable<string> MissingDatabases(IEnumerable<Type> types)
    {
        var classes = types.Where(type => typeof(WorldTests).IsAssignableFrom(type)).ToList();
        return from tests in classes.Where(type => type.IsAbstract && TestsOf(type).Any())
               from database in new[] { "Sqlite", "Postgres" }
               where !classes.Exists(type => type.IsSubclassOf(tests) && type.Name == $"{tests.Name}_on_{database}")
               select $"{tests.Name} does not run on {database}";
    }

    private static string Describe(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";
}
