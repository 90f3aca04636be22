using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Tests.Architecture;

/// <summary>A name says what a thing does; these say that nobody knew.</summary>
public sealed class NameTests
{
    private static readonly string[] Endings = ["Helper", "Helpers", "Manager", "Common", "Base", "Impl"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Product.AssertNone(
    [
        .. new[] { Product.Core, Product.Web, Product.Tests }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsWritten() && type.IsIn("Portal") && !typeof(TagHelper).IsAssignableFrom(type) && SaysNothing(type.Name))
            .Select(type => type.FullName!),
    ]);

    [Theory]
    [InlineData("BookingHelper", true)]
    [InlineData("SlotManager", true)]
    [InlineData("TimeUtil", true)]
    [InlineData("TimeUtilities", true)]
    [InlineData("BookingBase", true)]
    [InlineData("BookSlotImpl", true)]
    [InlineData("Common", true)]
    [InlineData("PageBase`1", true)]
    [InlineData("Booking", false)]
    [InlineData("DatabaseOptions", false)]
    public void Such_a_name_would_be_noticed(string name, bool noticed) => Assert.Equal(noticed, SaysNothing(name));

    private static bool SaysNothing(string name)
    {
        var plain = name.Split('`')[0];
        return Endings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal)) || plain.Contains("Util", StringComparison.Ordinal);
    }
}
