using Portal.Core.Organizations;

namespace Portal.Tests.Core.Organizations;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Acme Support", "acme-support")]
    [InlineData("  Müller & Søn GmbH ", "mueller-and-son-gmbh")]
    [InlineData("Clínica São João", "clinica-sao-joao")]
    [InlineData("Straße 7", "strasse-7")]
    [InlineData("Żółw!!!", "zolw")]
    public void A_name_becomes_a_word_for_addresses(string name, string expected) => Assert.Equal(expected, Slug.From(name));

    [Theory]
    [InlineData("")]
    [InlineData("北京医院")]
    [InlineData("AB")]
    [InlineData("---")]
    public void A_name_with_too_little_to_write_becomes_none(string name) => Assert.Null(Slug.From(name));

    [Fact]
    public void A_long_name_is_cut_to_a_word_that_is_valid()
    {
        var slug = Slug.From(new string('a', 63) + " bc")!;

        Assert.Equal(63, slug.Length);
        Assert.True(Slug.IsValid(slug));
    }

    [Theory]
    [InlineData("acme", true)]
    [InlineData("acme-2", true)]
    [InlineData("ac", false)]
    [InlineData("Acme", false)]
    [InlineData("acme-", false)]
    [InlineData("ac--me", false)]
    [InlineData("ac me", false)]
    [InlineData("acme\n", false)]
    public void Lower_case_letters_digits_and_single_hyphens_are_allowed(string text, bool expected) => Assert.Equal(expected, Slug.IsValid(text));
}
