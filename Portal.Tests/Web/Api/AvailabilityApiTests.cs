using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Tests.Web.Api;

[Trait("Req", "C6")]
public sealed class AvailabilityApiTests : IAsyncLifetime
{
    private const string Week = "/api/meetings/availability?organization=acme&meeting_type=intro-call&from=2026-01-06&to=2026-01-10";

    private readonly StaffApp app = new();

    [Fact]
    public async Task It_answers_the_times_that_the_booking_page_offers_day_by_day()
    {
        var answer = await FindAsync(Week + "&zone=America/New_York");

        Assert.Equal(["2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-10"], answer["days"]!.AsArray().Select(day => (string?)day!["date"]));
        var starts = answer["days"]!.AsArray().SelectMany(day => day!["slots"]!.AsArray()).Select(slot => (string?)slot!["start"]).ToList();
        var open = await app.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(DemoData.Acme, "intro-call"), default));
        var zone = NodaTime.DateTimeZoneProviders.Tzdb["America/New_York"];
        Assert.Equal(open!.Slots.Where(slot => slot.Start.InZone(zone).Date is { Year: 2026, Month: 1, Day: >= 6 and <= 10 }).Select(slot => slot.Start.ToString()), starts);
        Assert.NotEmpty(starts);
        var first = answer["days"]![0]!["slots"]![0]!;
        Assert.Equal(("2026-01-06T08:00:00Z", "2026-01-06T08:30:00Z", "2026-01-06T03:00", "America/New_York", 1, "Mara Lindner"), (
            (string?)first["start"], (string?)first["end"], (string?)first["wall_time"], (string?)first["zone"], (int)first["seats_left"]!, (string?)first["hosts"]![0]));
    }

    [Fact]
    public async Task Another_length_and_the_seats_of_a_group_are_answered()
    {
        Assert.Equal(60, (int)(await FindAsync(Week.Replace("intro-call", "contract-review", StringComparison.Ordinal) + "&length=60"))["length_minutes"]!);

        var workshop = await FindAsync(Week.Replace("intro-call", "workshop", StringComparison.Ordinal));
        Assert.Equal(5, (int)workshop["days"]!.AsArray().First(day => day!["slots"]!.AsArray().Count > 0)!["slots"]![0]!["seats_left"]!);
    }

    [Theory]
    [InlineData("organization", "?meeting_type=intro-call&from=2026-01-06&to=2026-01-10")]
    [InlineData("meeting_type", "?organization=acme&from=2026-01-06&to=2026-01-10")]
    [InlineData("from", "?organization=acme&meeting_type=intro-call&to=2026-01-10")]
    [InlineData("from", "?organization=acme&meeting_type=intro-call&from=today&to=2026-01-10")]
    [InlineData("to", "?organization=acme&meeting_type=intro-call&from=2026-01-06")]
    [InlineData("to", "?organization=acme&meeting_type=intro-call&from=2026-01-06&to=2026-01-05")]
    [InlineData("to", "?organization=acme&meeting_type=intro-call&from=2026-01-01&to=2026-03-04")]
    [InlineData("zone", "?organization=acme&meeting_type=intro-call&from=2026-01-06&to=2026-01-10&zone=Moon/Base")]
    [InlineData("length", "?organization=acme&meeting_type=intro-call&from=2026-01-06&to=2026-01-10&length=soon")]
    [InlineData("length", "?organization=acme&meeting_type=intro-call&from=2026-01-06&to=2026-01-10&length=45")]
    public async Task A_bad_parameter_is_named(string parameter, string query)
    {
        var answer = await FindAsync("/api/meetings/availability" + query, HttpStatusCode.BadRequest);

        Assert.Equal(parameter, (string?)answer["parameter"]);
        Assert.StartsWith(parameter, (string?)answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixty_two_days_are_answered() =>
        Assert.Equal(62, (await FindAsync("/api/meetings/availability?organization=acme&meeting_type=intro-call&from=2026-01-01&to=2026-03-03"))["days"]!.AsArray().Count);

    [Fact, Trait("Req", "C8")]
    public async Task A_private_type_needs_its_key_and_a_hidden_one_does_not_exist()
    {
        await ShowAsync(type => type.ShowTo(MeetingTypeVisibility.ByLink));
        var key = await app.RunAsync((PortalDbContext db) => db.MeetingTypes.Where(type => type.Slug == "intro-call").Select(type => type.LinkKey).SingleAsync());

        await FindAsync(Week, HttpStatusCode.NotFound);
        await FindAsync(Week + "&key=guessed", HttpStatusCode.NotFound);
        await FindAsync(Week + "&key=" + key);
        await ShowAsync(type => type.ShowTo(MeetingTypeVisibility.Hidden));
        await FindAsync(Week + "&key=" + key, HttpStatusCode.NotFound);
        await FindAsync(Week.Replace("organization=acme", "organization=globex", StringComparison.Ordinal), HttpStatusCode.NotFound);
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<JsonObject> FindAsync(string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var client = app.NewClient();
        var response = await client.GetAsync(url);
        Assert.Equal(expected, response.StatusCode);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task ShowAsync(Action<MeetingType> change)
    {
        await app.RunAsync(async (PortalDbContext db) =>
        {
            change(await db.MeetingTypes.SingleAsync(type => type.Slug == "intro-call"));
            return await db.SaveChangesAsync();
        });
        await app.RunAsync((AvailabilityCache cache) =>
        {
            cache.Clear();
            return Task.FromResult(true);
        });
    }
}
