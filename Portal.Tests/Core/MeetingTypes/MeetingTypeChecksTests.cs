using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Web.Pages.Book;

namespace Portal.Tests.Core.MeetingTypes;

[Trait("Req", "C1")]
public sealed class MeetingTypeChecksTests
{
    private static readonly MeetingTypeDraft Fine = new()
    {
        Name = "Demo",
        Slug = "demo",
        Length = Duration.FromMinutes(30),
        HorizonDays = 60,
        Hosts = [new HostDraft(Guid.NewGuid(), 1)],
    };

    public static TheoryData<string, MeetingTypeDraft> Wrong => new()
    {
        { "Length Malformed", Fine with { Length = null, Unreadable = ["Length"] } },
        { "Name Missing", Fine with { Name = "" } },
        { "Name TooLong", Fine with { Name = new string('n', 201) } },
        { "Slug Missing", Fine with { Slug = "" } },
        { "Slug Malformed", Fine with { Slug = "Not a word" } },
        { "Description TooLong", Fine with { Description = new string('d', 2001) } },
        { "Length Missing", Fine with { Length = null } },
        { "Length OutOfRange", Fine with { Length = Duration.FromMinutes(4) } },
        { "Length OutOfRange", Fine with { Length = Duration.FromMinutes(1441) } },
        { "FurtherLengths OutOfRange", Fine with { FurtherLengths = [Duration.FromMinutes(15), Duration.FromMinutes(1)] } },
        { "FurtherLengths Repeated", Fine with { FurtherLengths = [Duration.FromMinutes(30)] } },
        { "FurtherLengths TooMany", Fine with { FurtherLengths = [.. Enumerable.Range(6, 9).Select(each => Duration.FromMinutes(each))] } },
        { "Increment OutOfRange", Fine with { Increment = Duration.Zero } },
        { "StartOffset OutOfRange", Fine with { StartOffset = Duration.FromMinutes(-1) } },
        { "BufferBefore OutOfRange", Fine with { BufferBefore = Duration.FromHours(25) } },
        { "BufferAfter OutOfRange", Fine with { BufferAfter = Duration.FromHours(25) } },
        { "MinimumNotice OutOfRange", Fine with { MinimumNotice = Duration.FromDays(3661) } },
        { "HorizonDays Missing", Fine with { HorizonDays = null } },
        { "HorizonDays OutOfRange", Fine with { HorizonDays = 3661 } },
        { "LastDay BeforeFirstDay", Fine with { FirstDay = new LocalDate(2026, 3, 2), LastDay = new LocalDate(2026, 3, 1) } },
        { "MostPerDay OutOfRange", Fine with { MostPerDay = 0 } },
        { "MostPerWeek OutOfRange", Fine with { MostPerWeek = 0 } },
        { "Capacity Missing", Fine with { Capacity = null } },
        { "Capacity OutOfRange", Fine with { Capacity = 0 } },
        { "CancelUntil OutOfRange", Fine with { CancelUntil = Duration.FromDays(366) } },
        { "MoveUntil OutOfRange", Fine with { MoveUntil = Duration.FromDays(366) } },
        { "MostMoves OutOfRange", Fine with { MostMoves = -1 } },
        { "MostUpcomingPerEmail OutOfRange", Fine with { MostUpcomingPerEmail = 0 } },
        { "Hosts Missing", Fine with { Hosts = [] } },
        { "Hosts Repeated", Fine with { Hosts = [Fine.Hosts[0], Fine.Hosts[0]] } },
        { "Hosts[0].Weight OutOfRange", Fine with { Hosts = [Fine.Hosts[0] with { Weight = 101 }] } },
        { "Questions[0].Label Missing", Asking(new QuestionDraft("a", "", "", QuestionKind.ShortText, false, [])) },
        { "Questions[0].Label TooLong", Asking(Drafts.Question(new string('l', 201), "a")) },
        { "Questions[0].Hint TooLong", Asking(Drafts.Question("A", "a") with { Hint = new string('h', 501) }) },
        { "Questions[0].Key Malformed", Asking(Drafts.Question("A", "Order No")) },
        { "Questions[0].Key TooLong", Asking(Drafts.Question("A", new string('k', 41))) },
        { "Questions[1].Key Repeated", Asking(Drafts.Question("A", "a"), Drafts.Question("B", "a")) },
        { "Questions[0].Choices TooFew", Asking(Drafts.Question("A", "a", QuestionKind.Choice, "one")) },
        { "Questions[0].Choices TooMany", Asking(Drafts.Question("A", "a", QuestionKind.Choice, [.. Enumerable.Range(0, 51).Select(each => $"{each}")])) },
        { "Questions[0].Choices Repeated", Asking(Drafts.Question("A", "a", QuestionKind.Choices, "one", "one")) },
        { "Questions[0].Choices TooLong", Asking(Drafts.Question("A", "a", QuestionKind.Choices, "one", new string('c', 201))) },
        { "Questions TooMany", Asking([.. Enumerable.Range(0, 31).Select(each => Drafts.Question("A", $"key-{each}"))]) },
    };

    [Fact]
    public void A_draft_in_order_has_no_problem() => Assert.Empty(MeetingTypeChecks.ProblemsOf(Fine));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_of_its_field_and_of_nothing_else(string expected, MeetingTypeDraft draft)
    {
        var problem = Assert.Single(MeetingTypeChecks.ProblemsOf(draft));

        Assert.Equal(expected, $"{problem.Field} {problem.Kind}");
    }

    [Fact]
    public void The_limits_themselves_are_allowed() => Assert.Empty(MeetingTypeChecks.ProblemsOf(Fine with
    {
        Length = Duration.FromMinutes(5),
        FurtherLengths = [Duration.FromHours(24)],
        HorizonDays = 3660,
        MinimumNotice = Duration.FromDays(3660),
        FirstDay = new LocalDate(2026, 3, 1),
        LastDay = new LocalDate(2026, 3, 1),
        MostMoves = 0,
        Hosts = [Fine.Hosts[0] with { Weight = 100 }],
    }));

    [Fact]
    public void A_word_the_booking_page_uses_itself_is_no_key_of_a_question()
    {
        Assert.NotEmpty(SlotQuery.Reserved);
        foreach (var word in SlotQuery.Reserved)
        {
            var problem = Assert.Single(MeetingTypeChecks.ProblemsOf(Asking(Drafts.Question("A", word))));
            Assert.Equal(MeetingTypeProblemKind.Reserved, problem.Kind);
        }
    }

    private static MeetingTypeDraft Asking(params QuestionDraft[] questions) => Fine with { Questions = questions };
}
