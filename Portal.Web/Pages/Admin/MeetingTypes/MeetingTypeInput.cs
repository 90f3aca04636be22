using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>The form of a meeting type. Lengths are in minutes unless they have a unit.</summary>
public sealed class MeetingTypeInput
{
    /// <summary>Of the type as the form was opened with it; nothing for a new one.</summary>
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? Description { get; set; }

    public MeetingTypeVisibility Visibility { get; set; }

    public int? Length { get; set; }

    /// <summary><c>15, 60</c></summary>
    public string? FurtherLengths { get; set; }

    public int? Increment { get; set; }

    public int? StartOffset { get; set; }

    public int? BufferBefore { get; set; }

    public int? BufferAfter { get; set; }

    public AmountInput MinimumNotice { get; set; } = new();

    public int? HorizonDays { get; set; }

    [DataType(DataType.Date)]
    public string? FirstDay { get; set; }

    [DataType(DataType.Date)]
    public string? LastDay { get; set; }

    public int? MostPerDay { get; set; }

    public int? MostPerWeek { get; set; }

    public int? Capacity { get; set; }

    public bool SessionsOnly { get; set; }

    public HostAssignment Assignment { get; set; }

    public bool NeedsApproval { get; set; }

    public string? VideoProvider { get; set; }

    public AmountInput CancelUntil { get; set; } = new();

    public AmountInput MoveUntil { get; set; } = new();

    public int? MostMoves { get; set; }

    public bool ReasonRequired { get; set; }

    public int? MostUpcomingPerEmail { get; set; }

    /// <summary>Everybody who may be a host, those who are first in their order.</summary>
    public List<HostInput> Hosts { get; set; } = [];

    public List<QuestionInput> Questions { get; set; } = [];

    /// <summary>What the form of a new type begins with.</summary>
    public static MeetingTypeInput ForNew() => Of(new MeetingTypeDraft
    {
        Length = Duration.FromMinutes(30),
        MinimumNotice = DefaultNotice,
        HorizonDays = DefaultHorizon,
    });

    public static Duration DefaultNotice => Duration.FromHours(1);

    public const int DefaultHorizon = 60;

    public static MeetingTypeInput Of(MeetingTypeDraft draft, int version = 0) => new()
    {
        Version = version,
        Name = draft.Name,
        Slug = draft.Slug,
        Description = draft.Description,
        Visibility = draft.Visibility,
        Length = Minutes(draft.Length),
        FurtherLengths = string.Join(", ", draft.FurtherLengths.Select(length => Minutes(length))),
        Increment = draft.Increment == draft.Length ? null : Minutes(draft.Increment),
        StartOffset = Minutes(draft.StartOffset),
        BufferBefore = Minutes(draft.BufferBefore),
        BufferAfter = Minutes(draft.BufferAfter),
        MinimumNotice = AmountInput.Of(draft.MinimumNotice),
        HorizonDays = draft.HorizonDays,
        FirstDay = Written(draft.FirstDay),
        LastDay = Written(draft.LastDay),
        MostPerDay = draft.MostPerDay,
        MostPerWeek = draft.MostPerWeek,
        Capacity = draft.Capacity,
        SessionsOnly = draft.SessionsOnly,
        Assignment = draft.Assignment,
        NeedsApproval = draft.NeedsApproval,
        VideoProvider = draft.VideoProvider,
        CancelUntil = AmountInput.Of(draft.CancelUntil),
        MoveUntil = AmountInput.Of(draft.MoveUntil),
        MostMoves = draft.MostMoves,
        ReasonRequired = draft.ReasonRequired,
        MostUpcomingPerEmail = draft.MostUpcomingPerEmail,
        Hosts = [.. draft.Hosts.Select(host => new HostInput { HostId = host.HostId, Takes = true, Weight = host.Weight })],
        Questions = [.. draft.Questions.Select(QuestionInput.Of)],
    };

    /// <param name="unread">Fields whose text was no number or no choice.</param>
    public MeetingTypeDraft ToDraft(IEnumerable<string>? unread = null) => new()
    {
        Name = Name?.Trim() ?? "",
        Slug = Slug?.Trim() ?? "",
        Description = Description?.Trim() ?? "",
        Visibility = Visibility,
        Length = Minutes(Length),
        FurtherLengths = ReadLengths() ?? [],
        Increment = Minutes(Increment),
        StartOffset = Minutes(StartOffset) ?? Duration.Zero,
        BufferBefore = Minutes(BufferBefore) ?? Duration.Zero,
        BufferAfter = Minutes(BufferAfter) ?? Duration.Zero,
        MinimumNotice = MinimumNotice.ToDuration(),
        HorizonDays = HorizonDays,
        FirstDay = ReadDay(FirstDay),
        LastDay = ReadDay(LastDay),
        MostPerDay = MostPerDay,
        MostPerWeek = MostPerWeek,
        Capacity = Capacity,
        SessionsOnly = SessionsOnly,
        Assignment = Assignment,
        NeedsApproval = NeedsApproval,
        VideoProvider = VideoProvider?.Trim() ?? "",
        CancelUntil = CancelUntil.ToDuration(),
        MoveUntil = MoveUntil.ToDuration(),
        MostMoves = MostMoves,
        ReasonRequired = ReasonRequired,
        MostUpcomingPerEmail = MostUpcomingPerEmail,
        Hosts = [.. Hosts.Where(host => host.Takes).Select(host => new HostDraft(host.HostId, host.Weight))],
        Questions = [.. Questions.Select(question => question.ToDraft())],
        Unreadable = [.. Unread(), .. unread ?? []],
    };

    private IEnumerable<string> Unread()
    {
        if (ReadLengths() is null)
            yield return nameof(FurtherLengths);
        if (!string.IsNullOrWhiteSpace(FirstDay) && ReadDay(FirstDay) is null)
            yield return nameof(FirstDay);
        if (!string.IsNullOrWhiteSpace(LastDay) && ReadDay(LastDay) is null)
            yield return nameof(LastDay);
    }

    /// <returns>Null when one of them is no number.</returns>
    private List<Duration>? ReadLengths()
    {
        var lengths = new List<Duration>();
        foreach (var part in (FurtherLengths ?? "").Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
                return null;
            lengths.Add(Duration.FromMinutes(minutes));
        }

        return lengths;
    }

    private static LocalDate? ReadDay(string? text) =>
        DateText.Read(text);

    private static string? Written(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static int? Minutes(Duration? duration) => duration is { } known ? (int)known.TotalMinutes : null;

    private static Duration? Minutes(int? minutes) => minutes is { } known ? Duration.FromMinutes(known) : null;
}
