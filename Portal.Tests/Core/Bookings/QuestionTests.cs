using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Rules;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>What a meeting type asks, what counts as an answer, and where it is kept.</summary>
[Trait("Req", "C1")]
public abstract class QuestionTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
    }

    [Theory]
    [InlineData(QuestionKind.ShortText, "4711", null)]
    [InlineData(QuestionKind.LongText, "One\nTwo", null)]
    [InlineData(QuestionKind.Choice, "Blue", null)]
    [InlineData(QuestionKind.Choice, "Green", AnswerProblemKind.NotAChoice)]
    [InlineData(QuestionKind.YesNo, "no", null)]
    [InlineData(QuestionKind.YesNo, "perhaps", AnswerProblemKind.NotAChoice)]
    [InlineData(QuestionKind.Phone, "+49 (30) 123-45.67", null)]
    [InlineData(QuestionKind.Phone, "call me", AnswerProblemKind.NotAPhoneNumber)]
    [InlineData(QuestionKind.Phone, "1234", AnswerProblemKind.NotAPhoneNumber)]
    [InlineData(QuestionKind.Number, "-12.5", null)]
    [InlineData(QuestionKind.Number, "a dozen", AnswerProblemKind.NotANumber)]
    [InlineData(QuestionKind.Date, "2026-02-28", null)]
    [InlineData(QuestionKind.Date, "2026-02-29", AnswerProblemKind.NotADate)]
    public async Task An_answer_is_of_its_question_s_kind(QuestionKind kind, string answer, AnswerProblemKind? problem)
    {
        var type = await AddTypeAsync(kind);

        var outcome = await World.TryBookAsync(type, Start, draft => draft.Answers["ask"] = [$" {answer} "]);

        if (problem is { } kindOfProblem)
            Assert.Equal([new AnswerProblem("ask", kindOfProblem)], Assert.IsType<BookSlotOutcome.AnswersRefused>(outcome).Problems);
        else
            Assert.Equal(answer, Assert.Single(await AnswersAsync(outcome)).Value);
    }

    [Fact]
    public async Task Several_choices_are_kept_together_and_a_single_one_takes_only_one()
    {
        var several = await World.TryBookAsync(await AddTypeAsync(QuestionKind.Choices), Start, draft => draft.Answers["ask"] = ["Blue", "Red"]);
        Assert.Equal("Blue\nRed", Assert.Single(await AnswersAsync(several)).Value);

        var one = await World.TryBookAsync(await AddTypeAsync(QuestionKind.Choice), "2026-01-06T11:00", draft => draft.Answers["ask"] = ["Blue", "Red"]);
        Assert.IsType<BookSlotOutcome.AnswersRefused>(one);
    }

    [Fact]
    public async Task A_required_answer_must_be_given_and_an_optional_one_may_be_left_out()
    {
        var outcome = await World.TryBookAsync(await AddTypeAsync(QuestionKind.ShortText, required: true), Start, draft => draft.Answers["ask"] = ["   "]);
        Assert.Equal([new AnswerProblem("ask", AnswerProblemKind.Missing)], Assert.IsType<BookSlotOutcome.AnswersRefused>(outcome).Problems);

        Assert.Empty(await AnswersAsync(await World.TryBookAsync(await AddTypeAsync(QuestionKind.ShortText), Start)));
    }

    [Fact]
    public async Task A_short_answer_is_short_and_no_answer_is_longer_than_is_stored()
    {
        var shortText = await World.TryBookAsync(await AddTypeAsync(QuestionKind.ShortText), Start, draft => draft.Answers["ask"] = [new string('a', 201)]);
        var longText = await World.TryBookAsync(await AddTypeAsync(QuestionKind.LongText), Start, draft => draft.Answers["ask"] = [new string('a', 4001)]);

        foreach (var outcome in new[] { shortText, longText })
            Assert.Equal(AnswerProblemKind.TooLong, Assert.IsType<BookSlotOutcome.AnswersRefused>(outcome).Problems.Single().Kind);
    }

    [Fact]
    public async Task What_was_not_asked_is_not_kept()
    {
        var booked = await World.TryBookAsync(await AddTypeAsync(QuestionKind.ShortText), Start, draft => draft.Answers["other"] = ["x"]);

        Assert.Empty(await AnswersAsync(booked));
    }

    [Fact]
    public async Task The_question_is_kept_as_it_was_asked()
    {
        var type = await AddTypeAsync(QuestionKind.ShortText);
        var booked = await World.TryBookAsync(type, Start, draft => draft.Answers["ask"] = ["4711"]);
        await World.ChangeAsync(db => db.MeetingQuestions.Where(question => question.MeetingTypeId == type.Id).ExecuteDeleteAsync());

        Assert.Equal("What colour?", Assert.Single(await AnswersAsync(booked)).Question);
    }

    [Fact]
    public async Task Guests_are_addresses_and_not_a_mailing_list()
    {
        var type = await AddTypeAsync(QuestionKind.ShortText);

        var wrong = await World.TryBookAsync(type, Start, draft => draft.Guests = ["guest@visitor.test", "not an address"]);
        Assert.Equal(["not an address"], Assert.IsType<BookSlotOutcome.GuestsRefused>(wrong).Wrong);
        var many = await World.TryBookAsync(type, Start, draft => draft.Guests = [.. Enumerable.Range(0, 11).Select(number => $"guest{number}@visitor.test")]);
        Assert.IsType<BookSlotOutcome.GuestsRefused>(many);

        var meeting = await World.BookAsync(type, Start, draft => draft.Guests = ["Guest@visitor.test", "guest@visitor.test", "VERA@visitor.test"]);
        var people = (await World.FindBookingAsync(meeting.Id)).Participants;
        Assert.Equal(["Guest@visitor.test"], people.Where(person => person.Role == ParticipantRole.Guest).Select(person => person.Email));
    }

    private Task<MeetingType> AddTypeAsync(QuestionKind kind, bool required = false) => World.AddMeetingTypeAsync(acme, [ada], type =>
        type.Questions.Add(new MeetingQuestion
        {
            Id = Guid.CreateVersion7(),
            MeetingTypeId = type.Id,
            Position = 0,
            Key = "ask",
            Label = "What colour?",
            Kind = kind,
            IsRequired = required,
            Choices = kind is QuestionKind.Choice or QuestionKind.Choices ? ["Blue", "Red"] : [],
        }));

    private Task<List<BookingAnswer>> AnswersAsync(BookSlotOutcome outcome)
    {
        var id = Assert.IsType<BookSlotOutcome.Booked>(outcome).BookingId;
        return World.ReadAsync(db => db.Set<BookingAnswer>().AsNoTracking().Where(answer => answer.BookingId == id).ToListAsync());
    }
}

public sealed class QuestionTests_on_Sqlite(SqliteDatabase database) : QuestionTests(database), IClassFixture<SqliteDatabase>;

public sealed class QuestionTests_on_Postgres(PostgresDatabase database) : QuestionTests(database), IClassFixture<PostgresDatabase>;
