using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What <c>_Why</c> shows: the question as typed, and the answer when there is one.</summary>
public sealed record WhyView(IReadOnlyList<HostMeetingType> Types, Guid? Colleague, Guid? TypeId, string? Date, string? Time)
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>Beside the form of the usual week.</summary>
    public static WhyView Unasked(EditedHost host, Guid? typeId) => Of(host, typeId, null, null) with { IsInEditor = true };

    public static WhyView Of(EditedHost host, Guid? typeId, string? date, string? time) =>
        new(host.Availability.Types, host.Colleague, typeId ?? (host.Availability.Types is [var first, ..] ? first.Id : null), date, time);

    public ExplainedTime? Answer { get; init; }

    /// <summary>Why the question could not be answered.</summary>
    public string? Problem { get; init; }

    /// <summary>It is asked of the week as it stands in the form beside it.</summary>
    public bool IsInEditor { get; init; }

    /// <summary>The answer holds for a week that is not saved yet.</summary>
    public bool IsDraft { get; init; }

    /// <returns>Null for what is no date or no time of day.</returns>
    public LocalDateTime? ReadAt() =>
        DateText.Read(Date) is { } date && Minute.Parse(Time ?? "") is { Success: true, Value: var time }
            ? date.At(time)
            : null;

    public string When(ExplainedMoment moment) => moment.Start is { } start
        ? $"{MeetingTime.Moment(start, Answer!.Zone)}{(Answer.Moments.Count > 1 ? $" ({MeetingTime.OffsetName(start.InZone(Answer.Zone).Offset)})" : "")}"
        : $"{MeetingTime.Day(Answer!.At.Date)}, {MeetingTime.Clock(Answer.At.TimeOfDay)}";
}
