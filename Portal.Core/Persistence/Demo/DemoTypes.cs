using NodaTime;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Persistence;

/// <summary>Meeting types that show what a meeting type can be.</summary>
internal static class DemoTypes
{
    /// <summary>A group with questions, at most one a day.</summary>
    public static void MakeWorkshop(MeetingType type)
    {
        type.Description = "Ninety minutes in a small group: bring your own help centre, leave with three things to change tomorrow.";
        type.Capacity = 5;
        type.MostPerDay = 1;
        type.MinimumNotice = Duration.FromDays(1);
        type.BufferBefore = type.BufferAfter = Duration.FromMinutes(15);
        type.Policy = new MeetingPolicy { CancelUntil = Duration.FromHours(4), MostUpcomingPerEmail = 1 };
        Ask(type, "team", "How large is your team?", QuestionKind.Choice, required: true, "Just me", "2 to 10", "More than 10");
        Ask(type, "goal", "What do you want to change?", QuestionKind.LongText, required: false);
    }

    /// <summary>Two hosts together, who approve it first.</summary>
    public static void MakeContractReview(MeetingType type)
    {
        type.Description = "We go through your contract with you: support and sales at one table.";
        type.NeedsApproval = true;
        type.MinimumNotice = Duration.FromDays(1);
        type.FurtherLengths = [Duration.FromMinutes(60)];
        type.Policy = new MeetingPolicy
        {
            CancelUntil = Duration.FromHours(24),
            MoveUntil = Duration.FromHours(24),
            MostMoves = 1,
            ReasonRequired = true,
        };
        Ask(type, "contract", "Contract number", QuestionKind.ShortText, required: true);
    }

    private static void Ask(MeetingType type, string key, string label, QuestionKind kind, bool required, params string[] choices) =>
        type.Questions.Add(new MeetingQuestion
        {
            Id = Guid.CreateVersion7(),
            MeetingTypeId = type.Id,
            Position = type.Questions.Count,
            Key = key,
            Label = label,
            Kind = kind,
            IsRequired = required,
            Choices = [.. choices],
        });
}
