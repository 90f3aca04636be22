using NodaTime;
using NodaTime.Text;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Api;

/// <summary>A meeting type as it is sent and answered. Lengths of time are whole minutes, days <c>2026-11-24</c>.</summary>
/// <param name="Version">As it was read; asked for when a type is changed.</param>
public sealed record MeetingTypeBody(
    int? Version = null,
    string? Name = null,
    string? Slug = null,
    string? Description = null,
    MeetingTypeVisibility Visibility = MeetingTypeVisibility.Listed,
    int? LengthMinutes = null,
    IReadOnlyList<int>? FurtherLengthsMinutes = null,
    int? IncrementMinutes = null,
    int StartOffsetMinutes = 0,
    int BufferBeforeMinutes = 0,
    int BufferAfterMinutes = 0,
    int MinimumNoticeMinutes = 0,
    int? HorizonDays = null,
    string? FirstDay = null,
    string? LastDay = null,
    int? MostPerDay = null,
    int? MostPerWeek = null,
    int? Capacity = 1,
    bool SessionsOnly = false,
    HostAssignment Assignment = HostAssignment.OneHost,
    bool NeedsApproval = false,
    string? VideoProvider = null,
    int CancelUntilMinutes = 0,
    int MoveUntilMinutes = 0,
    int? MostMoves = null,
    bool ReasonRequired = false,
    int? MostUpcomingPerEmail = null,
    IReadOnlyList<MeetingTypeBody.Host>? Hosts = null,
    IReadOnlyList<MeetingTypeBody.Question>? Questions = null)
{
    public sealed record Host(Guid HostId, int? Weight = null, string? Name = null);

    public sealed record Question(
        string? Label = null,
        string? Key = null,
        string? Hint = null,
        QuestionKind Kind = QuestionKind.ShortText,
        bool IsRequired = false,
        IReadOnlyList<string>? Choices = null);

    public MeetingTypeDraft ToDraft() => new()
    {
        Name = Name?.Trim() ?? "",
        Slug = Slug?.Trim() ?? "",
        Description = Description?.Trim() ?? "",
        Visibility = Visibility,
        Length = LengthMinutes is { } length ? Duration.FromMinutes(length) : null,
        FurtherLengths = [.. (FurtherLengthsMinutes ?? []).Select(minutes => Duration.FromMinutes(minutes))],
        Increment = IncrementMinutes is { } increment ? Duration.FromMinutes(increment) : null,
        StartOffset = Duration.FromMinutes(StartOffsetMinutes),
        BufferBefore = Duration.FromMinutes(BufferBeforeMinutes),
        BufferAfter = Duration.FromMinutes(BufferAfterMinutes),
        MinimumNotice = Duration.FromMinutes(MinimumNoticeMinutes),
        HorizonDays = HorizonDays,
        FirstDay = DayOf(FirstDay),
        LastDay = DayOf(LastDay),
        MostPerDay = MostPerDay,
        MostPerWeek = MostPerWeek,
        Capacity = Capacity,
        SessionsOnly = SessionsOnly,
        Assignment = Assignment,
        NeedsApproval = NeedsApproval,
        VideoProvider = VideoProvider?.Trim() ?? "",
        CancelUntil = Duration.FromMinutes(CancelUntilMinutes),
        MoveUntil = Duration.FromMinutes(MoveUntilMinutes),
        MostMoves = MostMoves,
        ReasonRequired = ReasonRequired,
        MostUpcomingPerEmail = MostUpcomingPerEmail,
        Hosts = [.. (Hosts ?? []).OfType<Host>().Select(host => new HostDraft(host.HostId, host.Weight))],
        Questions =
        [
            .. (Questions ?? []).OfType<Question>().Select(question => new QuestionDraft(
                question.Key?.Trim() ?? "", question.Label?.Trim() ?? "", question.Hint?.Trim() ?? "", question.Kind, question.IsRequired,
                [.. (question.Choices ?? []).OfType<string>().Select(choice => choice.Trim())])),
        ],
        Unreadable =
        [
            .. FirstDay is not null && DayOf(FirstDay) is null ? [nameof(MeetingTypeDraft.FirstDay)] : Array.Empty<string>(),
            .. LastDay is not null && DayOf(LastDay) is null ? [nameof(MeetingTypeDraft.LastDay)] : Array.Empty<string>(),
        ],
    };

    public static MeetingTypeBody Of(MeetingTypeDetails details)
    {
        var draft = details.Draft;
        return new MeetingTypeBody(
            details.Version, draft.Name, draft.Slug, draft.Description, draft.Visibility, Minutes(draft.Length!.Value),
            [.. draft.FurtherLengths.Select(Minutes)], Minutes(draft.Increment!.Value), Minutes(draft.StartOffset), Minutes(draft.BufferBefore),
            Minutes(draft.BufferAfter), Minutes(draft.MinimumNotice), draft.HorizonDays, Written(draft.FirstDay), Written(draft.LastDay),
            draft.MostPerDay, draft.MostPerWeek, draft.Capacity, draft.SessionsOnly, draft.Assignment, draft.NeedsApproval,
            draft.VideoProvider.Length == 0 ? null : draft.VideoProvider,
            Minutes(draft.CancelUntil), Minutes(draft.MoveUntil), draft.MostMoves, draft.ReasonRequired, draft.MostUpcomingPerEmail,
            [.. draft.Hosts.Select(host => new Host(host.HostId, host.Weight, details.HostNames.GetValueOrDefault(host.HostId)))],
            [.. draft.Questions.Select(question => new Question(question.Label, question.Key, question.Hint, question.Kind, question.IsRequired, question.Choices))]);
    }

    private static int Minutes(Duration duration) => (int)duration.TotalMinutes;

    private static LocalDate? DayOf(string? text) => DateText.Read(text);

    private static string? Written(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
