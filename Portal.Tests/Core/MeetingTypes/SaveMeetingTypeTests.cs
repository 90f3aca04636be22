using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.MeetingTypes;

[Trait("Req", "C1")]
[Trait("Req", "C6")]
public abstract class SaveMeetingTypeTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private CurrentMember admin = null!;

    [Fact, Trait("Req", "F3")]
    public async Task Everything_typed_is_kept()
    {
        var draft = Drafts.Plain(ada) with
        {
            Slug = "everything",
            Description = "All of it.",
            Visibility = MeetingTypeVisibility.ByLink,
            FurtherLengths = [Duration.FromMinutes(15), Duration.FromMinutes(60)],
            Increment = Duration.FromMinutes(20),
            StartOffset = Duration.FromMinutes(10),
            BufferBefore = Duration.FromMinutes(5),
            BufferAfter = Duration.FromMinutes(15),
            MinimumNotice = Duration.FromDays(2),
            HorizonDays = 30,
            FirstDay = new LocalDate(2026, 1, 1),
            LastDay = new LocalDate(2026, 12, 31),
            MostPerDay = 4,
            MostPerWeek = 12,
            Capacity = 5,
            Assignment = HostAssignment.RoundRobin,
            NeedsApproval = true,
            CancelUntil = Duration.FromHours(24),
            MoveUntil = Duration.FromHours(12),
            MostMoves = 2,
            ReasonRequired = true,
            MostUpcomingPerEmail = 1,
            Hosts = [new HostDraft(ben.Id, 3), new HostDraft(ada.Id, 1)],
            Questions = [new QuestionDraft("plan", "Which plan?", "On your invoice.", QuestionKind.Choice, true, ["Small", "Large"])],
        };

        var saved = await World.CreateAsync(admin, draft);

        var found = await World.FindTypeAsync(acme, saved.Id);
        AssertSame(draft, found.Draft);
        Assert.True(found.LinkKey!.Length >= 22, "A private link has at least 128 bits.");
        Assert.False(found.IsInUse);
        var entry = await World.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.OrganizationId == acme.Id));
        Assert.Equal(("meeting_type.created", "Demo", ada.DisplayName, (Guid?)null), (entry.Action, entry.Detail, entry.ActorName, entry.BookingId));
    }

    [Fact]
    public async Task What_was_not_typed_is_suggested()
    {
        var first = await World.CreateAsync(admin, Drafts.Plain(ada) with { Questions = [Drafts.Question("Order number"), Drafts.Question("Order number"), Drafts.Question("Date")] });
        var second = await World.CreateAsync(admin, Drafts.Plain(ada));

        Assert.Equal(("demo", "demo-2"), (first.Slug, second.Slug));
        var draft = (await World.FindTypeAsync(acme, first.Id)).Draft;
        Assert.Equal(["order-number", "order-number-2", "date-2"], draft.Questions.Select(question => question.Key));
        Assert.Equal(draft.Length, draft.Increment);
    }

    [Fact]
    public async Task A_type_that_has_another_ones_slug_is_refused_and_nothing_is_made()
    {
        await World.CreateAsync(admin, Drafts.Plain(ada));

        var refused = Assert.IsType<SaveMeetingTypeOutcome.Refused>(await World.RunAsync((CreateMeetingType create) =>
            create.RunAsync(new CreateMeetingTypeRequest(admin, Drafts.Plain(ada) with { Slug = "demo" }), default)));

        Assert.Equal(("Slug", MeetingTypeProblemKind.Taken), Named(refused));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Of_two_who_take_a_slug_at_the_same_moment_one_is_refused()
    {
        World.BeforeNextSave = () => World.AddMeetingTypeAsync(acme, [ada], type => type.Slug = "demo");

        var refused = Assert.IsType<SaveMeetingTypeOutcome.Refused>(await World.RunAsync((CreateMeetingType create) =>
            create.RunAsync(new CreateMeetingTypeRequest(admin, Drafts.Plain(ada) with { Slug = "demo" }), default)));

        Assert.Equal(("Slug", MeetingTypeProblemKind.Taken), Named(refused));
    }

    [Fact, Trait("Req", "C8")]
    public async Task Another_organisations_slug_is_free_and_its_people_are_no_hosts()
    {
        var other = await World.AddOrganizationAsync();
        var stranger = await World.AddHostAsync(other, "Stranger");
        await World.AddMeetingTypeAsync(other, [stranger], type => type.Slug = "demo");

        Assert.Equal("demo", (await World.CreateAsync(admin, Drafts.Plain(ada))).Slug);
        var refused = Assert.IsType<SaveMeetingTypeOutcome.Refused>(await World.RunAsync((CreateMeetingType create) =>
            create.RunAsync(new CreateMeetingTypeRequest(admin, Drafts.Plain(stranger)), default)));
        Assert.Equal(("Hosts", MeetingTypeProblemKind.NotAHost), Named(refused));
    }

    [Fact]
    public async Task An_agent_is_no_host()
    {
        var agent = await World.AddMemberAsync(acme, MemberRole.Agent, "Tilda");

        var refused = Assert.IsType<SaveMeetingTypeOutcome.Refused>(await World.RunAsync((CreateMeetingType create) =>
            create.RunAsync(new CreateMeetingTypeRequest(admin, Drafts.Plain(agent)), default)));

        Assert.Equal(("Hosts", MeetingTypeProblemKind.NotAHost), Named(refused));
        Assert.DoesNotContain(agent.Id, (await World.RunAsync((ListHostChoices list) => list.RunAsync(acme.Id, null, default))).Select(choice => choice.UserId));
    }

    [Fact]
    public async Task Hosts_and_questions_alone_raise_the_version_and_times_follow_at_once()
    {
        var saved = await World.CreateAsync(admin, Drafts.Plain(ada));
        var draft = (await World.FindTypeAsync(acme, saved.Id)).Draft;
        Assert.All(await SlotsAsync(), slot => Assert.Equal([ada.Id], slot));

        var hosts = Assert.IsType<SaveMeetingTypeOutcome.Saved>(
            await World.ChangeAsync(admin, saved.Id, saved.Version, draft with { Hosts = [new HostDraft(ben.Id, 1)] }));
        var questions = Assert.IsType<SaveMeetingTypeOutcome.Saved>(
            await World.ChangeAsync(admin, saved.Id, hosts.Version, draft with { Hosts = [new HostDraft(ben.Id, 1)], Questions = [Drafts.Question("Why?", "why")] }));

        Assert.True(saved.Version < hosts.Version && hosts.Version < questions.Version);
        Assert.All(await SlotsAsync(), slot => Assert.Equal([ben.Id], slot));
    }

    [Fact]
    public async Task Questions_that_change_places_and_keys_are_saved()
    {
        var saved = await World.CreateAsync(admin, Drafts.Plain(ada) with { Questions = [Drafts.Question("First", "a"), Drafts.Question("Second", "b")] });
        var draft = (await World.FindTypeAsync(acme, saved.Id)).Draft;

        await World.ChangeAsync(admin, saved.Id, saved.Version, draft with { Questions = [Drafts.Question("Second", "a"), Drafts.Question("First", "b")] });

        var questions = (await World.FindTypeAsync(acme, saved.Id)).Draft.Questions;
        Assert.Equal([("a", "Second"), ("b", "First")], questions.Select(question => (question.Key, question.Label)));
    }

    [Fact]
    public async Task A_host_who_stays_keeps_their_turn()
    {
        var given = World.Now;
        var type = await World.AddMeetingTypeAsync(acme, [ada, ben], type => type.Hosts[1].LastGivenAt = given);
        var found = await World.FindTypeAsync(acme, type.Id);

        await World.ChangeAsync(admin, type.Id, found.Version, found.Draft with { Hosts = [new HostDraft(ben.Id, 5)] });

        var host = (await World.ReadAsync(db => db.MeetingTypes.Include(row => row.Hosts).SingleAsync(row => row.Id == type.Id))).Hosts.Single();
        Assert.Equal((ben.Id, 0, 5, (Instant?)given), (host.HostId, host.Position, host.Weight, host.LastGivenAt));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_changes_nothing()
    {
        var saved = await World.CreateAsync(admin, Drafts.Plain(ada));
        var draft = (await World.FindTypeAsync(acme, saved.Id)).Draft;
        var first = Assert.IsType<SaveMeetingTypeOutcome.Saved>(await World.ChangeAsync(admin, saved.Id, saved.Version, draft with { Name = "First" }));

        var second = await World.ChangeAsync(admin, saved.Id, saved.Version, draft with { Name = "Second" });

        Assert.Equal(first.Version, Assert.IsType<SaveMeetingTypeOutcome.ChangedMeanwhile>(second).Version);
        Assert.Equal("First", (await World.FindTypeAsync(acme, saved.Id)).Draft.Name);
    }

    [Fact]
    public async Task Somebody_who_saves_between_the_look_and_the_act_is_noticed_too()
    {
        var saved = await World.CreateAsync(admin, Drafts.Plain(ada));
        var draft = (await World.FindTypeAsync(acme, saved.Id)).Draft;
        World.BeforeNextSave = () => World.ChangeAsync(async db => (await db.MeetingTypes.SingleAsync(type => type.Id == saved.Id)).Name = "First");

        var second = await World.ChangeAsync(admin, saved.Id, saved.Version, draft with { Name = "Second", Questions = [Drafts.Question("Why?")] });

        Assert.IsType<SaveMeetingTypeOutcome.ChangedMeanwhile>(second);
        var found = (await World.FindTypeAsync(acme, saved.Id)).Draft;
        Assert.Equal(("First", 0), (found.Name, found.Questions.Count));
    }

    [Fact, Trait("Req", "C8")]
    public async Task Another_organisations_type_does_not_exist()
    {
        var other = await World.AddOrganizationAsync();
        var type = await World.AddMeetingTypeAsync(other, [await World.AddHostAsync(other)]);

        Assert.IsType<SaveMeetingTypeOutcome.NotFound>(await World.ChangeAsync(admin, type.Id, 0, Drafts.Plain(ada)));
        Assert.Null(await World.RunAsync((FindMeetingType find) => find.RunAsync(acme.Id, type.Id, default)));
        Assert.Null(await World.RunAsync((FindOpenSlots find) => find.ForPreviewAsync(acme.Id, type.Id, default)));
    }

    [Fact]
    public async Task Who_has_no_hours_yet_is_known()
    {
        await World.AddMemberAsync(acme, MemberRole.Host, "Cleo");

        var choices = await World.RunAsync((ListHostChoices list) => list.RunAsync(acme.Id, null, default));

        Assert.Equal([("Ada", true), ("Ben", true), ("Cleo", false)], choices.Select(choice => (choice.Name, choice.HasHours)));
    }

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        (ada, ben) = (await World.AddHostAsync(acme), await World.AddHostAsync(acme, "Ben"));
        admin = ada.AsMember(acme);
    }

    private static (string, MeetingTypeProblemKind) Named(SaveMeetingTypeOutcome.Refused refused) =>
        (Assert.Single(refused.Problems).Field, refused.Problems[0].Kind);

    private static void AssertSame(MeetingTypeDraft expected, MeetingTypeDraft actual)
    {
        Assert.Equal(expected.FurtherLengths, actual.FurtherLengths);
        Assert.Equal(expected.Hosts, actual.Hosts);
        Assert.Equal(expected.Questions.SelectMany(question => question.Choices), actual.Questions.SelectMany(question => question.Choices));
        Assert.Equal(expected.Questions.Select(question => question with { Choices = [] }).Select(question => question.ToString()),
            actual.Questions.Select(question => question with { Choices = [] }).Select(question => question.ToString()));
        MeetingTypeDraft WithoutLists(MeetingTypeDraft draft) => draft with { FurtherLengths = [], Hosts = [], Questions = [] };
        Assert.Equal(WithoutLists(expected), WithoutLists(actual));
    }

    private Task<int> CountAsync() => World.ReadAsync(db => db.MeetingTypes.CountAsync(type => type.OrganizationId == acme.Id));

    private async Task<IEnumerable<Guid[]>> SlotsAsync()
    {
        var open = await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, "demo"), default));
        Assert.NotEmpty(open!.Slots);
        return open.Slots.Select(slot => slot.Hosts.ToArray());
    }
}

public sealed class SaveMeetingTypeTests_on_Sqlite(SqliteDatabase database) : SaveMeetingTypeTests(database), IClassFixture<SqliteDatabase>;

public sealed class SaveMeetingTypeTests_on_Postgres(PostgresDatabase database) : SaveMeetingTypeTests(database), IClassFixture<PostgresDatabase>;
