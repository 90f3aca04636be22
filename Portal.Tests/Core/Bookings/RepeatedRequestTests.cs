using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>A form sent again books nothing again.</summary>
[Trait("Promise", "R11")]
public abstract class RepeatedRequestTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private readonly Guid key = Guid.NewGuid();
    private Organization acme = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)], type => type.Questions.Add(Question(type)));
    }

    [Fact]
    public async Task The_same_form_leads_to_the_same_booking_by_a_link_of_its_own()
    {
        var first = await World.BookAsync(type, Start, Form);
        var again = await World.BookAsync(type, Start, Form);

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Token, again.Token);
        Assert.Equal(first.VisitorId, (await World.RunAsync((FindAccessLink find) => find.RunAsync(again.Token, default)))!.ParticipantId);
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(mail => mail.BookingId == first.Id)));
    }

    [Fact]
    public async Task Fifty_at_once_book_once()
    {
        var outcomes = await Simultaneously.RunAsync(50, () => World.TryBookAsync(type, Start, Form));

        Assert.Single(outcomes.Select(outcome => Assert.IsType<BookSlotOutcome.Booked>(outcome).BookingId).Distinct());
        Assert.Equal(1, await World.ReadAsync(db => db.Bookings.CountAsync(booking => booking.OrganizationId == acme.Id)));
    }

    [Fact]
    public async Task With_anything_else_in_it_the_key_is_refused()
    {
        await World.BookAsync(type, Start, Form);

        await AssertReusedAsync(draft => draft.Name = "Otto");
        await AssertReusedAsync(draft => draft.Email = "otto@visitor.test");
        await AssertReusedAsync(draft => draft.Notes = "More");
        await AssertReusedAsync(draft => draft.Guests = ["otto@visitor.test"]);
        await AssertReusedAsync(draft => draft.Answers["order"] = ["4712"]);
        Assert.IsType<BookSlotOutcome.KeyReused>(await World.TryBookAsync(type, "2026-01-06T11:00", Form));
    }

    [Fact]
    public async Task The_key_of_another_type_s_booking_is_refused_also_at_the_same_moment()
    {
        var other = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ben")]);

        var outcomes = await Simultaneously.RunAsync(
            [.. Enumerable.Range(0, 8).Select<int, Func<Task<BookSlotOutcome>>>(index => () => World.TryBookAsync(index % 2 == 0 ? type : other, Start, Form))]);

        Assert.Single(outcomes.OfType<BookSlotOutcome.Booked>().Select(booked => booked.BookingId).Distinct());
        Assert.Equal(4, outcomes.OfType<BookSlotOutcome.KeyReused>().Count());
    }

    private void Form(BookSlotRequestDraft draft)
    {
        draft.RequestKey = key;
        draft.Answers["order"] = ["4711"];
    }

    private async Task AssertReusedAsync(Action<BookSlotRequestDraft> change) =>
        Assert.IsType<BookSlotOutcome.KeyReused>(await World.TryBookAsync(type, Start, draft =>
        {
            Form(draft);
            change(draft);
        }));

    private static MeetingQuestion Question(MeetingType type) => new()
    {
        Id = Guid.CreateVersion7(),
        MeetingTypeId = type.Id,
        Position = 0,
        Key = "order",
        Label = "Order number",
        Kind = QuestionKind.ShortText,
    };
}

public sealed class RepeatedRequestTests_on_Sqlite(SqliteDatabase database) : RepeatedRequestTests(database), IClassFixture<SqliteDatabase>;

public sealed class RepeatedRequestTests_on_Postgres(PostgresDatabase database) : RepeatedRequestTests(database), IClassFixture<PostgresDatabase>;
