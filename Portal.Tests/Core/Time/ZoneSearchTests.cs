using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

[Trait("Req", "C1")]
public class ZoneSearchTests
{
    private static readonly Instant Winter = Instant.FromUtc(2026, 1, 5, 0, 0);
    private static readonly Instant Summer = Instant.FromUtc(2026, 7, 5, 0, 0);

    [Theory]
    [InlineData("ber", "Europe/Berlin")]
    [InlineData("  BERLIN ", "Europe/Berlin")]
    [InlineData("germany", "Europe/Berlin")]
    [InlineData("new yo", "America/New_York")]
    [InlineData("york new", "America/New_York")]
    [InlineData("united states chicago", "America/Chicago")]
    [InlineData("Zürich", "Europe/Zurich")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("calcutta", "Asia/Kolkata")]
    [InlineData("us pacific", "America/Los_Angeles")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("pdt", "America/Los_Angeles")]
    [InlineData("CET", "Europe/Berlin")]
    [InlineData("utc", "UTC")]
    [InlineData("+5:30", "Asia/Kolkata")]
    [InlineData("5:45", "Asia/Kathmandu")]
    [InlineData("UTC+1", "Europe/Berlin")]
    [InlineData("gmt -0330", "America/St_Johns")]
    [InlineData("−8", "America/Los_Angeles")]
    public void A_zone_is_found_by_what_people_call_it(string text, string id) =>
        Assert.Contains(ZoneSearch.Find(text, Winter), zone => zone.Id == id);

    [Theory]
    [InlineData("atlantis")]
    [InlineData("berlin tokyo")]
    [InlineData("erlin")]
    [InlineData("+19")]
    [InlineData("+99:99")]
    public void What_is_called_otherwise_is_not(string text) => Assert.Empty(ZoneSearch.Find(text, Winter));

    [Fact]
    public void Cities_that_begin_with_it_come_before_countries_that_do()
    {
        var found = ZoneSearch.Find("ind", Winter).Select(zone => zone.City).ToList();

        Assert.Equal("Indianapolis", found[0]);
        Assert.InRange(found.IndexOf("Kolkata"), 1, found.Count);
    }

    [Fact]
    public void An_offset_is_that_of_the_moment()
    {
        Assert.Contains(ZoneSearch.Find("+2", Summer), zone => zone.Id == "Europe/Berlin");
        Assert.DoesNotContain(ZoneSearch.Find("+2", Winter), zone => zone.Id == "Europe/Berlin");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void Without_a_word_everything_is_found(string text) => Assert.Equal(Zones.All(Winter), ZoneSearch.Find(text, Winter));

    [Fact]
    public void Every_place_is_found_by_its_own_name() =>
        Assert.All(Zones.All(Winter), zone => Assert.Contains(zone, ZoneSearch.Find(zone.City, Winter)));

    [Fact]
    public void A_zone_that_is_not_listed_is_a_choice_all_the_same()
    {
        Assert.Equal(new ZoneChoice("Asia/Calcutta", "Calcutta", "Asia", "", Offset.FromHoursAndMinutes(5, 30)), Zones.Choice(DateTimeZoneProviders.Tzdb["Asia/Calcutta"], Winter));
        Assert.Equal("Germany", Zones.Choice(DateTimeZoneProviders.Tzdb["Europe/Berlin"], Winter).Country);
    }
}
