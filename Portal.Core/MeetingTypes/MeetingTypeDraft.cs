using NodaTime;

namespace Portal.Core.MeetingTypes;

/// <summary>
/// A meeting type as somebody typed it, not checked yet: <see cref="MeetingTypeChecks"/> says what is wrong with it. Null
/// and empty mean not given.
/// </summary>
public sealed record MeetingTypeDraft
{
    public string Name { get; init; } = "";

    /// <summary>Empty for one made of the name.</summary>
    public string Slug { get; init; } = "";

    public string Description { get; init; } = "";

    public MeetingTypeVisibility Visibility { get; init; }

    public Duration? Length { get; init; }

    public IReadOnlyList<Duration> FurtherLengths { get; init; } = [];

    /// <summary>Null for as long as the meeting.</summary>
    public Duration? Increment { get; init; }

    public Duration StartOffset { get; init; }

    public Duration BufferBefore { get; init; }

    public Duration BufferAfter { get; init; }

    public Duration MinimumNotice { get; init; }

    public int? HorizonDays { get; init; }

    public LocalDate? FirstDay { get; init; }

    public LocalDate? LastDay { get; init; }

    public int? MostPerDay { get; init; }

    public int? MostPerWeek { get; init; }

    public int? Capacity { get; init; } = 1;

    public bool SessionsOnly { get; init; }

    public HostAssignment Assignment { get; init; }

    public bool NeedsApproval { get; init; }

    /// <summary>The id of the provider of its calls; empty for the organisation's.</summary>
    public string VideoProvider { get; init; } = "";

    public Duration CancelUntil { get; init; }

    public Duration MoveUntil { get; init; }

    public int? MostMoves { get; init; }

    public bool ReasonRequired { get; init; }

    public int? MostUpcomingPerEmail { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<HostDraft> Hosts { get; init; } = [];

    /// <summary>In their order.</summary>
    public IReadOnlyList<QuestionDraft> Questions { get; init; } = [];

    /// <summary>Fields something was typed into that cannot be read; a draft that has any is refused.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>What an existing type would be typed as.</summary>
    public static MeetingTypeDraft Of(MeetingType type) => new()
    {
        Name = type.Name,
        Slug = type.Slug,
        Description = type.Description,
        Visibility = type.Visibility,
        Length = type.Length,
        FurtherLengths = type.FurtherLengths,
        Increment = type.Increment,
        StartOffset = type.StartOffset,
        BufferBefore = type.BufferBefore,
        BufferAfter = type.BufferAfter,
        MinimumNotice = type.MinimumNotice,
        HorizonDays = type.HorizonDays,
        FirstDay = type.FirstDay,
        LastDay = type.LastDay,
        MostPerDay = type.MostPerDay,
        MostPerWeek = type.MostPerWeek,
        Capacity = type.Capacity,
        SessionsOnly = type.SessionsOnly,
        Assignment = type.Assignment,
        NeedsApproval = type.NeedsApproval,
        VideoProvider = type.VideoProvider ?? "",
        CancelUntil = type.Policy.CancelUntil,
        MoveUntil = type.Policy.MoveUntil,
        MostMoves = type.Policy.MostMoves,
        ReasonRequired = type.Policy.ReasonRequired,
        MostUpcomingPerEmail = type.Policy.MostUpcomingPerEmail,
        Hosts = [.. type.Hosts.OrderBy(host => host.Position).Select(host => new HostDraft(host.HostId, host.Weight))],
        Questions =
        [
            .. type.Questions.OrderBy(question => question.Position).Select(question =>
                new QuestionDraft(question.Key, question.Label, question.Hint ?? "", question.Kind, question.IsRequired, [.. question.Choices])),
        ],
    };
}

/// <param name="Weight">Null for 1.</param>
public sealed record HostDraft(Guid HostId, int? Weight);

/// <param name="Key">Empty for one made of the label.</param>
public sealed record QuestionDraft(
    string Key, string Label, string Hint, QuestionKind Kind, bool IsRequired, IReadOnlyList<string> Choices);
