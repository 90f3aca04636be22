using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.MeetingTypes;

/// <summary>What admins do to a type without opening its editor.</summary>
[Trait("Req", "C1")]
[Trait("Req", "C6")]
public abstract class ArrangeMeetingTypesTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private CurrentMember admin = null!;

    [Fact]
    public async Task A_type_changes_places_with_its_neighbour_and_an_open_editor_is_not_disturbed()
    {
        var (a, b, c) = (await AddAsync("A", 0), await AddAsync("B", 0), await AddAsync("C", 0));

        await MoveAsync(c, before: b);
        await MoveAsync(a, before: b);
        await MoveAsync(c, before: a);

        var list = await ListAsync();
        Assert.Equal(["C", "A", "B"], list.Select(type => type.Name));
        Assert.All(list, type => Assert.Equal(0, type.Version));
        Assert.Equal(2, await CountMovesAsync());
    }

    [Fact]
    public async Task A_type_is_put_before_any_other_or_last_and_stays_when_it_stands_there()
    {
        var (a, b, _, d) = (await AddAsync("A", 0), await AddAsync("B", 1), await AddAsync("C", 2), await AddAsync("D", 3));

        Assert.Equal("ABCD", await OrderAfterMovingAsync(a, before: a));
        Assert.Equal("ABCD", await OrderAfterMovingAsync(a, before: b));
        Assert.Equal("ABCD", await OrderAfterMovingAsync(d, before: null));
        Assert.Equal(0, await CountMovesAsync());
        Assert.Equal("ADBC", await OrderAfterMovingAsync(d, before: b));
        Assert.Equal("DBCA", await OrderAfterMovingAsync(a, before: null));
        Assert.Equal("ADBC", await OrderAfterMovingAsync(a, before: d));
        Assert.Equal(3, await CountMovesAsync());
    }

    [Fact]
    public async Task A_hidden_type_cannot_be_booked_but_previewed_and_shown_again()
    {
        var type = await AddAsync("A", 0);
        Assert.NotEmpty((await OpenAsync(type))!.Slots);

        await HideAsync(type, hidden: true);
        Assert.Null(await OpenAsync(type));
        Assert.NotEmpty((await World.RunAsync((FindOpenSlots find) => find.ForPreviewAsync(acme.Id, type.Id, default)))!.Slots);

        await HideAsync(type, hidden: false);
        Assert.NotNull(await OpenAsync(type));
        Assert.Equal(["meeting_type.hidden", "meeting_type.shown"], await World.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.OrganizationId == acme.Id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_private_link_survives_being_hidden_and_a_new_one_replaces_it()
    {
        var type = await AddAsync("A", 0, changed => changed.ShowTo(MeetingTypeVisibility.ByLink));
        var key = type.LinkKey!;

        await HideAsync(type, hidden: true);
        await HideAsync(type, hidden: false);
        Assert.NotNull(await OpenAsync(type, key));
        Assert.Null(await OpenAsync(type));

        Assert.True(await World.RunAsync((RenewPrivateLink renew) => renew.RunAsync(new OwnMeetingTypeRequest(admin, type.Id), default)));
        Assert.Null(await OpenAsync(type, key));
        var renewed = Assert.Single(await ListAsync()).LinkKey!;
        Assert.NotEqual(key, renewed);
        Assert.NotNull(await OpenAsync(type, renewed));
    }

    [Fact]
    public async Task A_type_without_a_private_link_gets_none()
    {
        var type = await AddAsync("A", 0);

        Assert.False(await World.RunAsync((RenewPrivateLink renew) => renew.RunAsync(new OwnMeetingTypeRequest(admin, type.Id), default)));
        Assert.Null(Assert.Single(await ListAsync()).LinkKey);
    }

    [Fact]
    public async Task A_copy_is_hidden_and_has_everything_but_the_address_and_the_link()
    {
        var type = await AddAsync("A", 0, changed =>
        {
            changed.ShowTo(MeetingTypeVisibility.ByLink);
            changed.Capacity = 4;
            changed.Questions.Add(new MeetingQuestion
            {
                Id = Guid.CreateVersion7(),
                MeetingTypeId = changed.Id,
                Position = 0,
                Key = "why",
                Label = "Why?",
                Kind = QuestionKind.LongText,
            });
        });

        var id = await World.RunAsync((DuplicateMeetingType duplicate) => duplicate.RunAsync(new OwnMeetingTypeRequest(admin, type.Id), default));

        var copy = await World.FindTypeAsync(acme, id!.Value);
        Assert.Equal(("A (copy)", $"{type.Slug}-2", MeetingTypeVisibility.Hidden, 4), (copy.Draft.Name, copy.Draft.Slug, copy.Draft.Visibility, copy.Draft.Capacity));
        Assert.Null(copy.LinkKey);
        Assert.Equal("Why?", Assert.Single(copy.Draft.Questions).Label);
        Assert.Equal(ada.Id, Assert.Single(copy.Draft.Hosts).HostId);
    }

    [Fact]
    public async Task Two_copies_made_at_once_get_addresses_of_their_own()
    {
        var type = await AddAsync("A", 0);
        Task<Guid?> CopyAsync() => World.RunAsync((DuplicateMeetingType duplicate) => duplicate.RunAsync(new OwnMeetingTypeRequest(admin, type.Id), default));
        Guid? other = null;
        World.BeforeNextSave = async () => other = await CopyAsync();

        var own = await CopyAsync();

        Assert.Equal($"{type.Slug}-2", (await World.FindTypeAsync(acme, other!.Value)).Draft.Slug);
        Assert.Equal($"{type.Slug}-3", (await World.FindTypeAsync(acme, own!.Value)).Draft.Slug);
    }

    [Fact]
    public async Task A_type_nobody_booked_is_deleted_with_the_times_that_open_forms_hold()
    {
        var type = await AddAsync("A", 0);
        await World.HoldAsync(type, "2026-01-06T10:00", Holder.Of("an open form"));
        Assert.True(await World.ReadAsync(db => db.TimeClaims.AnyAsync(claim => claim.MeetingTypeId == type.Id)));

        Assert.Equal("A", Assert.IsType<DeleteMeetingTypeOutcome.Deleted>(await DeleteAsync(type)).Name);

        Assert.Empty(await ListAsync());
        Assert.False(await World.ReadAsync(db => db.TimeClaims.AnyAsync(claim => claim.MeetingTypeId == type.Id)));
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.OrganizationId == acme.Id && entry.Action == "meeting_type.deleted" && entry.Detail == "A")));
    }

    [Fact]
    public async Task A_type_that_was_ever_booked_stays_even_when_the_booking_was_cancelled()
    {
        var type = await AddAsync("A", 0);
        var booked = await World.BookAsync(type, "2026-01-06T10:00");
        await World.ChangeAsync(async db => (await db.Bookings.SingleAsync(booking => booking.Id == booked.Id)).Cancel("Changed plans."));

        Assert.IsType<DeleteMeetingTypeOutcome.InUse>(await DeleteAsync(type));
        Assert.Single(await ListAsync());
        Assert.True((await World.FindTypeAsync(acme, type.Id)).IsInUse);
    }

    [Fact]
    public async Task A_type_booked_between_the_look_and_the_act_stays()
    {
        var type = await AddAsync("A", 0);
        World.BeforeNextSave = async () => await World.ChangeAsync(async db =>
            (await db.MeetingTypes.SingleAsync(row => row.Id == type.Id)).Description = "Touched meanwhile.");

        Assert.IsType<DeleteMeetingTypeOutcome.InUse>(await DeleteAsync(type));
        Assert.Single(await ListAsync());
    }

    [Fact, Trait("Req", "C8")]
    public async Task None_of_it_reaches_another_organisations_type()
    {
        var other = await World.AddOrganizationAsync();
        var type = await World.AddMeetingTypeAsync(other, [await World.AddHostAsync(other)], type => type.ShowTo(MeetingTypeVisibility.ByLink));
        var request = new OwnMeetingTypeRequest(admin, type.Id);

        var own = await AddAsync("A", 0);
        Assert.False(await MoveAsync(type, before: null));
        Assert.False(await MoveAsync(own, before: type));
        Assert.False(await World.RunAsync((HideMeetingType hide) => hide.RunAsync(new HideMeetingTypeRequest(admin, type.Id, true), default)));
        Assert.False(await World.RunAsync((RenewPrivateLink renew) => renew.RunAsync(request, default)));
        Assert.Null(await World.RunAsync((DuplicateMeetingType duplicate) => duplicate.RunAsync(request, default)));
        Assert.IsType<DeleteMeetingTypeOutcome.NotFound>(await DeleteAsync(type));
        Assert.Single(await ListAsync());
        var kept = await World.ReadAsync(db => db.MeetingTypes.SingleAsync(row => row.Id == type.Id));
        Assert.Equal((type.LinkKey, MeetingTypeVisibility.ByLink), (kept.LinkKey, kept.Visibility));
    }

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        admin = ada.AsMember(acme);
    }

    private Task<MeetingType> AddAsync(string name, int position, Action<MeetingType>? change = null) => World.AddMeetingTypeAsync(acme, [ada], type =>
    {
        (type.Name, type.Position) = (name, position);
        change?.Invoke(type);
    });

    private Task<IReadOnlyList<OwnMeetingType>> ListAsync() => World.RunAsync((ListOwnMeetingTypes list) => list.RunAsync(acme.Id, default));

    private Task<bool> MoveAsync(MeetingType type, MeetingType? before) =>
        World.RunAsync((MoveMeetingType move) => move.RunAsync(new MoveMeetingTypeRequest(admin, type.Id, before?.Id), default));

    private async Task<string> OrderAfterMovingAsync(MeetingType type, MeetingType? before)
    {
        Assert.True(await MoveAsync(type, before));
        return string.Concat((await ListAsync()).Select(row => row.Name));
    }

    private Task<int> CountMovesAsync() => World.ReadAsync(db =>
        db.AuditEntries.CountAsync(entry => entry.OrganizationId == acme.Id && entry.Action == "meeting_type.moved"));

    private async Task HideAsync(MeetingType type, bool hidden) =>
        Assert.True(await World.RunAsync((HideMeetingType hide) => hide.RunAsync(new HideMeetingTypeRequest(admin, type.Id, hidden), default)));

    private Task<DeleteMeetingTypeOutcome> DeleteAsync(MeetingType type) =>
        World.RunAsync((DeleteMeetingType delete) => delete.RunAsync(new OwnMeetingTypeRequest(admin, type.Id), default));

    private Task<OpenTimes?> OpenAsync(MeetingType type, string? key = null) => World.RunAsync((FindOpenSlots find) =>
        find.RunAsync(new FindOpenSlotsRequest(acme.Slug, type.Slug, LinkKey: key), default));
}

public sealed class ArrangeMeetingTypesTests_on_Sqlite(SqliteDatabase database) : ArrangeMeetingTypesTests(database), IClassFixture<SqliteDatabase>;

public sealed class ArrangeMeetingTypesTests_on_Postgres(PostgresDatabase database) : ArrangeMeetingTypesTests(database), IClassFixture<PostgresDatabase>;
