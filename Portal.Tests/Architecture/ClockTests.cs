using System.Reflection;
using NodaTime;
using Portal.Tests.Architecture.Samples;

namespace Portal.Tests.Architecture;

/// <summary>Only Time/ reads a clock, and zones come from NodaTime's own database.</summary>
public sealed class ClockTests
{
    private static readonly HashSet<string> Readings = [.. new[] { "Now", "UtcNow", "Today", "System" }.Select(name => "get_" + name)];

    [Fact]
    public void Only_Time_reads_a_clock() => Product.AssertNone(Read(
        Product.TypesIn(Product.Core, "Portal.Core").Where(type => !type.IsIn("Portal.Core.Time"))
            .Concat(Product.TypesIn(Product.Web, "Portal.Web", "AspNetCoreGeneratedDocument"))));

    [Theory]
    [InlineData(typeof(ReadsSystemClock))]
    [InlineData(typeof(ReadsNow))]
    [InlineData(typeof(ReadsUtcNow))]
    [InlineData(typeof(ReadsOffsetNow))]
    [InlineData(typeof(ReadsTimeProvider))]
    [InlineData(typeof(AsksTheMachineForAZone))]
    [InlineData(typeof(ReadsInAClosure))]
    public void Whoever_else_did_would_be_noticed(Type reader) =>
        Assert.NotEmpty(Read(reader.GetNestedTypes(BindingFlags.NonPublic).SelectMany(WithNested).Append(reader)));

    [Fact]
    public void Who_is_given_the_time_may_use_it() => Assert.Empty(Read([typeof(IsGivenTheTime)]));

    private static IReadOnlyList<string> Read(IEnumerable<Type> types) => Product.Mentions(types, member =>
        member is Type type
            ? type == typeof(SystemClock) || type == typeof(TimeZoneInfo) || type == typeof(ZonedClock)
            : member is MethodInfo method
                && Readings.Contains(method.Name)
                && (method.DeclaringType == typeof(DateTime) || method.DeclaringType == typeof(DateTimeOffset) || method.DeclaringType == typeof(TimeProvider)));

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic).SelectMany(WithNested).Append(type);
}
