using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.MeetingTypes;

[Trait("Req", "C1")]
public abstract class ListMeetingTypesTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task Types_come_in_the_order_the_organisation_chose_and_name_a_host_where_it_is_certain()
    {
        var acme = await World.AddOrganizationAsync();
        var (ada, ben) = (await World.AddHostAsync(acme), await World.AddHostAsync(acme, "Ben"));
        await World.AddMeetingTypeAsync(acme, [ada, ben], type => (type.Name, type.Position) = ("Either", 2));
        await World.AddMeetingTypeAsync(acme, [ben, ada], type => (type.Name, type.Position, type.Assignment) = ("Always the first", 1, HostAssignment.OneHost));
        await World.AddMeetingTypeAsync(acme, [ada], type => (type.Name, type.Position, type.Length) = ("Only Ada", 0, Duration.FromHours(1)));

        var list = (await ListAsync(acme))!;

        Assert.Equal([("Only Ada", "Ada"), ("Always the first", "Ben"), ("Either", null)], list.Types.Select(type => (type.Name, type.HostName)));
        Assert.Equal([60, 30, 30], list.Types.Select(type => (int)type.Lengths[0].TotalMinutes));
        Assert.Equal((acme.Slug, "Acme Support"), (list.OrganizationSlug, list.OrganizationName));
    }

    [Fact]
    public async Task A_type_with_a_private_link_and_a_hidden_one_are_not_in_it()
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme);
        await World.AddMeetingTypeAsync(acme, [ada], type => type.ShowTo(MeetingTypeVisibility.ByLink));
        await World.AddMeetingTypeAsync(acme, [ada], type => type.ShowTo(MeetingTypeVisibility.Hidden));
        await World.AddMeetingTypeAsync(acme, [ada], type => type.Name = "Listed");

        Assert.Equal("Listed", Assert.Single((await ListAsync(acme))!.Types).Name);
    }

    [Fact]
    public async Task An_organisation_without_types_has_an_empty_list()
    {
        Assert.Empty((await ListAsync(await World.AddOrganizationAsync()))!.Types);
    }

    [Fact, Trait("Req", "C8")]
    public async Task The_types_of_another_organisation_are_not_in_it()
    {
        var other = await World.AddOrganizationAsync();
        await World.AddMeetingTypeAsync(other, [await World.AddHostAsync(other)]);

        Assert.Empty((await ListAsync(await World.AddOrganizationAsync()))!.Types);
    }

    [Fact]
    public async Task An_organisation_nobody_founded_has_none() =>
        Assert.Null(await World.RunAsync((ListMeetingTypes list) => list.RunAsync("nobody", default)));

    private Task<MeetingTypeList?> ListAsync(Organization organization) =>
        World.RunAsync((ListMeetingTypes list) => list.RunAsync(organization.Slug, default));
}

public sealed class ListMeetingTypesTests_on_Sqlite(SqliteDatabase database) : ListMeetingTypesTests(database), IClassFixture<SqliteDatabase>;

public sealed class ListMeetingTypesTests_on_Postgres(PostgresDatabase database) : ListMeetingTypesTests(database), IClassFixture<PostgresDatabase>;
