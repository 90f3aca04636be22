using NodaTime.Text;
using Portal.Core.Scheduling.Holidays;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Scheduling.Holidays;

[Trait("Req", "C1")]
public class PublicHolidaysTests
{
    // as published: gov.uk/bank-holidays, opm.gov (federal holidays), BOE (calendario laboral), the cantons' and Länder's calendars
    [Theory]
    [InlineData("DE-BY", "2026-06-04", "Fronleichnam")]
    [InlineData("DE-SN", "2026-11-18", "Buß- und Bettag")]
    [InlineData("DE-SN", "2027-11-17", "Buß- und Bettag")]
    [InlineData("DE-BB", "2026-04-05", "Ostersonntag")]
    [InlineData("DE-MV", "2026-03-08", "Frauentag")]
    [InlineData("AT", "2026-10-26", "Nationalfeiertag")]
    [InlineData("CH-GE", "2026-09-10", "Jeûne genevois")]
    [InlineData("CH-VD", "2026-09-21", "Lundi du Jeûne fédéral")]
    [InlineData("CH-ZH", "2026-05-01", "Tag der Arbeit")]
    [InlineData("CH-BS", "2026-12-26", "Stephanstag")]
    [InlineData("CH-BE", "2026-01-02", "Berchtoldstag")]
    [InlineData("CH-TI", "2026-03-19", "San Giuseppe")]
    [InlineData("CH-SG", "2026-11-01", "Allerheiligen")]
    [InlineData("CH-BL", "2026-05-25", "Pfingstmontag")]
    [InlineData("CH", "2026-08-01", "Bundesfeier")]
    [InlineData("FR", "2027-05-06", "Ascension")]
    [InlineData("FR-AM", "2026-04-03", "Vendredi saint")]
    [InlineData("ES-CT", "2026-09-11", "Diada Nacional de Catalunya")]
    [InlineData("ES-GA", "2025-05-17", "Día das Letras Galegas")]
    [InlineData("ES-MD", "2025-05-02", "Fiesta de la Comunidad de Madrid")]
    [InlineData("ES-PV", "2025-04-17", "Jueves Santo")]
    [InlineData("ES-VC", "2025-06-24", "San Juan")]
    [InlineData("GB-EAW", "2026-12-28", "Boxing Day (substitute day)")]
    [InlineData("GB-EAW", "2027-12-27", "Christmas Day (substitute day)")]
    [InlineData("GB-EAW", "2027-12-28", "Boxing Day (substitute day)")]
    [InlineData("GB-SCT", "2026-06-15", "World Cup bank holiday")]
    [InlineData("GB-SCT", "2028-01-04", "2nd January (substitute day)")]
    [InlineData("GB-NIR", "2026-07-13", "Battle of the Boyne (substitute day)")]
    [InlineData("US", "2026-07-03", "Independence Day (observed)")]
    [InlineData("US", "2026-11-26", "Thanksgiving Day")]
    [InlineData("US", "2027-12-31", "New Year's Day (observed)")]
    public void A_day_that_was_published_is_a_holiday(string region, string date, string name)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;

        Assert.Contains(new PublicHoliday(day, name), PublicHolidays.In(region, day.Year));
    }

    [Theory]
    [InlineData("DE-BE", "2026-06-04")]
    [InlineData("DE-BE", "2026-05-08")]
    [InlineData("DE", "2026-11-01")]
    [InlineData("AT", "2026-04-03")]
    [InlineData("CH-ZH", "2026-01-02")]
    [InlineData("FR", "2026-12-26")]
    [InlineData("GB-SCT", "2026-04-06")]
    [InlineData("GB-EAW", "2027-06-15")]
    [InlineData("US", "2026-12-31")]
    public void A_day_of_another_region_or_year_is_none(string region, string date)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;

        Assert.DoesNotContain(PublicHolidays.In(region, day.Year), holiday => holiday.Date == day);
    }

    [Fact]
    public async Task Another_language_finds_the_same_days_but_for_laws_younger_than_it()
    {
        // the rules of the other cantons and communities in that package are wrong or old: they have dates above
        var regions = PublicHolidays.Regions.Select(region => region.Id)
            .Where(id => !id.StartsWith("CH", StringComparison.Ordinal) && id is not ("ES-GA" or "ES-MD" or "ES-PV" or "ES-VC")).ToList();
        string[] younger =
        [
            "DE-MV 2025-03-08", "DE-MV 2026-03-08", "DE-MV 2027-03-08", "DE-MV 2028-03-08",
            "DE-BE 2025-05-08", "DE-BE 2028-06-17", "GB-SCT 2026-06-15",
            "US 2025-06-19", "US 2026-06-19", "US 2027-06-18", "US 2027-06-19", "US 2028-06-19",
        ];
        // on gov.uk, and forgotten there
        string[] forgotten = ["GB-SCT 2025-12-01", "GB-NIR 2025-07-14", "GB-NIR 2026-07-13"];
        using var script = typeof(PublicHolidaysTests).Assembly.GetManifestResourceStream("holidays_oracle.py")!;

        var printed = await Python.RunAsync(await new StreamReader(script).ReadToEndAsync(), string.Join('\n', regions));

        var theirs = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var ours = regions.SelectMany(region => Enumerable.Range(2025, 4).SelectMany(year => PublicHolidays.In(region, year))
            .Select(holiday => $"{region} {holiday.Date:uuuu-MM-dd}")).ToHashSet();
        Assert.Equal([], theirs.Except(ours));
        Assert.Equal(younger.Concat(forgotten).Order(StringComparer.Ordinal), ours.Except(theirs).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_countries_and_their_parts_can_be_chosen()
    {
        Assert.Equal(16, PublicHolidays.Regions.Count(region => region.Id.StartsWith("DE-", StringComparison.Ordinal)));
        Assert.Equal(["DE", "AT", "CH", "FR", "ES", "GB", "US"], PublicHolidays.Regions.Select(region => region.Country).Distinct());
        Assert.Equal(PublicHolidays.Regions.Length, PublicHolidays.Regions.Select(region => region.Id).Distinct().Count());
        Assert.Contains(new HolidayRegion("DE-BY", "Bayern", "DE"), PublicHolidays.Regions);
    }

    [Fact]
    public void Days_come_in_order_and_once_each() =>
        Assert.All(PublicHolidays.Regions, region => Assert.All(Enumerable.Range(2024, 20), year =>
        {
            var days = PublicHolidays.In(region.Id, year).Select(holiday => holiday.Date).ToList();
            Assert.NotEmpty(days);
            Assert.Equal(days.Distinct().Order(), days);
            Assert.All(days, day => Assert.Equal(year, day.Year));
        }));

    [Theory]
    [InlineData("DE-XX")]
    [InlineData("")]
    [InlineData("GB")]
    public void A_region_that_does_not_exist_is_refused(string region) =>
        Assert.Throws<ArgumentException>(() => PublicHolidays.In(region, 2026));
}
