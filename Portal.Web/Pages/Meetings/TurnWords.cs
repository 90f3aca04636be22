using System.Globalization;
using NodaTime;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;

namespace Portal.Web.Pages.Meetings;

/// <summary>An estimate in words.</summary>
/// <param name="About"><c>about 6 min</c>; null when there is no honest number.</param>
/// <param name="Sentence">What it rests on, or why there is none.</param>
public sealed record TurnWords(string? About, string Sentence)
{
    // from here on a number to the minute would claim to know more than it does
    private const int RoundedFrom = 10;
    private const int RoundedTo = 5;

    public static TurnWords Of(TurnEstimate estimate, WaitingPlace place, HostState host, Instant now) => estimate switch
    {
        TurnEstimate.At turn => new(Rounded(turn.Moment - now), Basis(turn.Moment, place, host)),
        TurnEstimate.RunsOver over => new(null,
            $"The meeting before yours should have ended {MeetingTime.Wait(now - over.PlannedEnd)} ago. Nobody can say honestly how long it still takes."),
        _ when host == HostState.NotHere => new(null, $"There is nothing to base an estimate on until {place.HostName} is here."),
        _ => new(null, $"No other call stands between: {place.HostName} can let you in at any moment."),
    };

    private static string Basis(Instant turn, WaitingPlace place, HostState host) => (host, place.Before.Meetings) switch
    {
        _ when turn == place.StartsAt => "until your meeting is planned to begin.",
        (HostState.InAnotherCall, _) => "until it is your turn, going by the planned end of the meeting before yours and how today’s meetings went.",
        (_, 1) => "until it is your turn, going by the planned length of the meeting before yours.",
        _ => "until it is your turn, going by the planned lengths of the meetings before yours.",
    };

    private static string Rounded(Duration wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        if (minutes > RoundedFrom)
            minutes = (minutes + RoundedTo - 1) / RoundedTo * RoundedTo;
        return string.Create(CultureInfo.InvariantCulture, $"about {(minutes < 60 ? $"{minutes} min" : MeetingTime.Wait(Duration.FromMinutes(minutes)))}");
    }
}
