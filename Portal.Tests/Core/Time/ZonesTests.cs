using NodaTime;
using Portal.Core.Time;

namespace Portal.Tests.Core.Time;

public class ZonesTests
{
    private static readonly Instant Winter = Instant.FromUtc(2026, 1, 5, 0, 0);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/BERLIN", "Europe/Berlin")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    [InlineData("utc", "UTC")]
    public void A_zone_is_found_by_its_id_or_an_alias_whatever_the_case(string id, string found)
    {
        Assert.True(Zones.TryFind(id, out var zone));
        Assert.Equal(found, zone.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("Europe/Berlin ")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_zone_is_not_found(string? id) => Assert.False(Zones.TryFind(id, out _));

    [Fact]
    public void The_list_is_ordered_by_region_and_city_and_every_entry_can_be_found()
    {
        var zones = Zones.All(Winter);

        Assert.Equal(zones.OrderBy(zone => zone.Region, StringComparer.Ordinal).ThenBy(zone => zone.City, StringComparer.Ordinal), zones);
        Assert.Equal(zones.Count, zones.Select(zone => zone.Id).Distinct().Count());
        Assert.All(zones, zone => Assert.True(Zones.TryFind(zone.Id, out _)));
        Assert.True(zones.Count > 300);
    }

    [Fact]
    public void The_list_holds_places_and_UTC_but_no_aliases_or_bare_offsets()
    {
        var zones = Zones.All(Winter);

        Assert.Contains(new ZoneChoice("America/Argentina/Buenos_Aires", "Buenos Aires", "America", "Argentina", Offset.FromHours(-3)), zones);
        Assert.Contains(new ZoneChoice("Asia/Kathmandu", "Kathmandu", "Asia", "Nepal", Offset.FromHoursAndMinutes(5, 45)), zones);
        Assert.Contains(new ZoneChoice("UTC", "UTC", "UTC", "", Offset.Zero), zones);
        Assert.DoesNotContain(zones, zone => zone.Id is "Asia/Calcutta" or "US/Eastern" or "EST5EDT" or "Etc/GMT+3");
    }

    [Fact]
    public void The_offset_is_that_of_the_moment()
    {
        Offset Berlin(Instant at) => Zones.All(at).Single(zone => zone.Id == "Europe/Berlin").Offset;

        Assert.Equal(Offset.FromHours(1), Berlin(Winter));
        Assert.Equal(Offset.FromHours(2), Berlin(Instant.FromUtc(2026, 7, 1, 0, 0)));
    }
}
