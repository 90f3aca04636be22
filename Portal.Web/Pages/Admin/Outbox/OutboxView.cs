using NodaTime;
using Portal.Core.Notifications;
using Portal.Core.Time;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Admin.Outbox;

/// <summary>What <c>_Rows</c> shows.</summary>
public sealed record OutboxView(OutboxList Page, OutboxFilter Filter, Instant Now, DateTimeZone Zone)
{
    public string ZoneName => MeetingTime.ZoneName(Zone);

    public string Moment(Instant at)
    {
        var local = at.InZone(Zone);
        return $"{MeetingTime.Day(local.Date, Now.InZone(Zone).Date)}, {MeetingTime.Clock(local.TimeOfDay)}";
    }

    public string Meeting(OutboxLine line) => $"{line.MeetingName}, {Moment(line.MeetingStart)}";

    /// <summary>What happened and what comes, a sentence each.</summary>
    public IEnumerable<string> StoryOf(OutboxLine line)
    {
        switch (line.State)
        {
            case OutboxState.Sent:
                yield return Moment(line.SentAt!.Value);
                break;
            case OutboxState.Dropped:
                yield return MailWords.WhyDropped(line.DropReason!.Value);
                break;
            case OutboxState.GivenUp:
                yield return MailWords.WhyNot(line.LastError);
                yield return $"Given up {Moment(line.FailedAt!.Value)} after {MailWords.Times(line.Attempts)}.";
                break;
            case OutboxState.Waiting when line.Attempts > 0:
                yield return MailWords.WhyNot(line.LastError);
                yield return $"Tried {MailWords.Times(line.Attempts)}. Next try {Moment(line.NextTry)}.";
                break;
            case OutboxState.Waiting when line.NextTry > Now:
                yield return $"Will be sent {Moment(line.NextTry)}.";
                break;
        }
    }
}
