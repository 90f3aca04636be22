using NodaTime;
using Portal.Core.Bookings.Invitations;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard;

/// <summary>Why a call cannot begin now, in words, and what can be done instead.</summary>
/// <param name="Minutes">For how long the host is free; null when not worth a call.</param>
/// <param name="Colleagues">Who could hold it.</param>
public sealed record BusyHost(string Title, string Text, int? Minutes, IReadOnlyList<FreeHost> Colleagues)
{
    private const int ShortestCall = 5;

    public static BusyHost Of(InviteNowOutcome.HostBusy busy, DateTimeZone zone, Instant now)
    {
        string Clock(Instant at) => MeetingTime.Clock(at.InZone(zone).TimeOfDay);
        var meeting = busy.With is null ? "something else" : $"a meeting with {busy.With}";
        var minutes = busy.FreeUntil is { } until ? (int)(until - now).TotalMinutes : 0;
        var text = busy.FreeUntil is { } next ? $"{busy.HostName} has {meeting} at {Clock(next)}."
            : busy.BusyUntil is { } end ? $"{busy.HostName} has {meeting} until {Clock(end)}."
            : "It was taken a moment ago. Try again.";
        return new BusyHost(
            busy.FreeUntil is null ? $"{busy.HostName} is busy now" : $"{busy.HostName} is not free for so long",
            busy.FreeColleagues.Count == 0 ? $"{text} Nobody else is free now." : text,
            minutes >= ShortestCall ? minutes : null,
            busy.FreeColleagues);
    }
}
