using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "B12")]
public abstract class ListBookingsTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task Paging_down_shows_every_booking_once_latest_first_also_where_starts_are_equal()
    {
        var (acme, expected) = await SixtyBookingsAsync();

        var pages = await PageDownAsync(acme);

        Assert.Equal([25, 25, 10], pages.Select(page => page.Rows.Count));
        var seen = pages.SelectMany(page => page.Rows).ToList();
        Assert.Equal(expected.Order(), seen.Select(row => row.Id).Order());
        Assert.Equal(seen.Select(row => row.StartsAt).OrderDescending(), seen.Select(row => row.StartsAt));
        Assert.Null(pages[0].Newer);
        Assert.Null(pages[^1].Older);
    }

    [Fact]
    public async Task Paging_up_again_shows_the_same_pages()
    {
        var (acme, _) = await SixtyBookingsAsync();
        var down = await PageDownAsync(acme);

        var middle = await ListAsync(acme, newerThan: down[2].Newer);
        var top = await ListAsync(acme, newerThan: middle.Newer);

        Assert.Equal(Ids(down[1]), Ids(middle));
        Assert.Equal(Ids(down[0]), Ids(top));
        Assert.Null(top.Newer);
        Assert.Equal(Ids(down[1]), Ids(await ListAsync(acme, olderThan: top.Older)));
    }

    [Fact]
    public async Task With_less_than_a_page_above_the_first_page_is_shown()
    {
        var (acme, _) = await SixtyBookingsAsync();
        var first = await ListAsync(acme);

        var above = await ListAsync(acme, newerThan: new BookingCursor(first.Rows[10].StartsAt, first.Rows[10].Id));

        Assert.Equal(Ids(first), Ids(above));
        Assert.Null(above.Newer);
    }

    [Fact]
    public async Task Only_the_statuses_asked_for_are_listed()
    {
        var (acme, type) = await OrganizationAsync();
        var kept = await World.BookAsync(type, "2026-01-06T10:00");
        var cancelled = await World.BookAsync(type, "2026-01-06T11:00");
        await World.RunAsync((CancelBooking cancel) =>
            cancel.RunAsync(new CancelBookingRequest(acme.Id, cancelled.Id, null, cancelled.Visitor), default));

        Assert.Equal([kept.Id], Ids(await ListAsync(acme, [BookingStatus.Confirmed, BookingStatus.Waiting])));
        Assert.Equal([cancelled.Id], Ids(await ListAsync(acme, [BookingStatus.Cancelled])));
        Assert.Empty(Ids(await ListAsync(acme, [BookingStatus.NoShow])));
    }

    [Theory]
    [InlineData("chloé")]
    [InlineData("CHLOÉ")]
    [InlineData("chloe@MAIL")]
    [InlineData("martin discovery")]
    [InlineData("reset-PASS")]
    [InlineData("ada")]
    [InlineData("  chloé   martin ")]
    public async Task Text_is_found_in_name_email_meeting_host_and_article_whatever_its_case(string text)
    {
        var (acme, type) = await OrganizationAsync("Discovery call");
        var booked = Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, "2026-01-06T10:00", draft =>
        {
            draft.Name = "Chloé Martin";
            draft.Email = "chloe@mail.test";
            draft.Article = "reset-password";
        }));

        Assert.Equal([booked.BookingId], Ids(await ListAsync(acme, text: text)));
        Assert.Empty(Ids(await ListAsync(acme, text: "lena")));
        Assert.Empty(Ids(await ListAsync(acme, text: "martin lena")));
    }

    [Theory]
    [InlineData("100%", "100% sure", "1000 things")]
    [InlineData("a_b", "a_b", "axb")]
    [InlineData("[a]", "x[a]", "xa")]
    [InlineData(@"back\slash", @"back\slash", "backslash")]
    [InlineData("%", "50%", "fifty")]
    [InlineData("o'neil", "Shaun O'Neil", "Shaun Neil")]
    public async Task No_character_of_the_text_is_a_wildcard(string text, string matching, string other)
    {
        var (acme, type) = await OrganizationAsync();
        var found = await BookAsync(type, "2026-01-06T10:00", matching);
        await BookAsync(type, "2026-01-06T11:00", other);

        Assert.Equal([found], Ids(await ListAsync(acme, text: text)));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisations_bookings_are_not_listed_even_from_their_own_place()
    {
        var (acme, _) = await OrganizationAsync();
        var (_, theirs) = await OrganizationAsync();
        var meeting = await World.BookAsync(theirs, "2026-01-06T10:00");
        var booking = await World.FindBookingAsync(meeting.Id);
        var after = new BookingCursor(booking.StartsAt + Duration.FromDays(1), booking.Id);

        Assert.Empty(Ids(await ListAsync(acme)));
        Assert.Empty(Ids(await ListAsync(acme, olderThan: after)));
        Assert.Empty(Ids(await ListAsync(acme, text: "vera")));
    }

    private async Task<(Organization Organization, MeetingType Type)> OrganizationAsync(string name = "Intro call")
    {
        var organization = await World.AddOrganizationAsync();
        var host = await World.AddHostAsync(organization);
        return (organization, await World.AddMeetingTypeAsync(organization, [host], type => type.Name = name));
    }

    /// <summary>Twelve starts of five hosts each, so that every page ends among equal starts.</summary>
    private async Task<(Organization Organization, List<Guid> Ids)> SixtyBookingsAsync()
    {
        var acme = await World.AddOrganizationAsync();
        var ids = new List<Guid>();
        for (var host = 0; host < 5; host++)
        {
            var type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, $"Host{host}")]);
            for (var half = 0; half < 12; half++)
                ids.Add((await World.BookAsync(type, $"2026-01-06T{9 + half / 2:00}:{half % 2 * 30:00}")).Id);
        }

        return (acme, ids);
    }

    private async Task<Guid> BookAsync(MeetingType type, string at, string name) =>
        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, at, draft => draft.Name = name)).BookingId;

    private async Task<List<BookingList>> PageDownAsync(Organization organization)
    {
        var pages = new List<BookingList> { await ListAsync(organization) };
        while (pages[^1].Older is { } older)
            pages.Add(await ListAsync(organization, olderThan: older));
        return pages;
    }

    private Task<BookingList> ListAsync(
        Organization organization, BookingStatus[]? statuses = null, string? text = null, BookingCursor? olderThan = null, BookingCursor? newerThan = null) =>
        World.RunAsync((ListBookings list) => list.RunAsync(new ListBookingsRequest(organization.Id, statuses ?? [], text, olderThan, newerThan), default));

    private static IEnumerable<Guid> Ids(BookingList page) => page.Rows.Select(row => row.Id);
}

public sealed class ListBookingsTests_on_Sqlite(SqliteDatabase database) : ListBookingsTests(database), IClassFixture<SqliteDatabase>;

public sealed class ListBookingsTests_on_Postgres(PostgresDatabase database) : ListBookingsTests(database), IClassFixture<PostgresDatabase>;
