using System.Collections.Concurrent;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;

namespace Portal.Web.Pages.Meetings;

/// <summary>
/// Answers the polls of waiting pages that show what is still so, before anything else is asked: 304, from memory. A link is
/// known here after the page itself has answered it once; whatever is not the same goes on to the page.
/// </summary>
public sealed class WaitingPolls(Doors doors, SignsOfLife signs, IClock clock)
{
    private const string Before = "/meetings/";
    private const string After = "/waiting/status";
    private const string PTag = "HX-PTag";

    // links whose pages are long closed; a page that is open after all is simply answered by itself once more
    private const int MostLinks = 200_000;

    private static readonly BrowserStanding[] Standings = Enum.GetValues<BrowserStanding>();

    private readonly ConcurrentDictionary<string, Watched> links = new();

    /// <summary>From the next poll on this link may be answered from memory.</summary>
    public void Watch(string token, LinkHolder holder)
    {
        if (links.Count >= MostLinks)
            links.Clear();
        links.TryAdd(token, new Watched(holder.OrganizationId, holder.ParticipantId));
    }

    public Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value;
        if (path is null || !path.EndsWith(After, StringComparison.Ordinal) || !path.StartsWith(Before, StringComparison.Ordinal)
            || !HttpMethods.IsGet(http.Request.Method)
            || http.Request.Headers[PTag] is not [{ } version]
            || !links.TryGetValue(path[Before.Length..^After.Length], out var link))
            return next(http);
        var now = clock.GetCurrentInstant();
        if (doors.Known(link.OrganizationId, now) is not { } door || link.FindStandingIn(version, door, now) is not { } standing)
            return next(http);
        // a browser that is not the visitor's keeps nobody's place
        if (standing.ActsForVisitor())
            signs.SawVisitor(link.ParticipantId, now);
        return NotModified(http, version);
    }

    private static Task NotModified(HttpContext http, string version)
    {
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        http.Response.Headers[PTag] = version;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private sealed class Watched(Guid organizationId, Guid participantId)
    {
        private Shown? shown;

        public Guid OrganizationId => organizationId;

        public Guid ParticipantId => participantId;

        /// <summary>Only of somebody who waits: every other state is looked at in full, or seldom.</summary>
        /// <returns>The standing of the browser that shows this version; null for one that is no longer so.</returns>
        public BrowserStanding? FindStandingIn(string version, Door door, Instant now)
        {
            var last = shown;
            if (last is null || last.Door != door || now >= last.Until || now < last.From)
                shown = last = Shown.Of(door, participantId, now);
            return last is not null && last.Versions.TryGetValue(version, out var standing) ? standing : null;
        }
    }

    /// <param name="Versions">For each standing a browser can have: to which of them the asker belongs, only the page finds out.</param>
    private sealed record Shown(Door Door, Instant From, Instant Until, IReadOnlyDictionary<string, BrowserStanding> Versions)
    {
        public static Shown? Of(Door door, Guid participantId, Instant now)
        {
            if (!door.Places.TryGetValue(participantId, out var place) || place.Admission != Admission.Waiting)
                return null;
            var looks = Standings.Select(standing => WaitingDoor.Of(place, standing, now)).ToList();
            return looks[0].State == DoorState.Waiting ? new Shown(door, now, looks[0].SameUntil, looks.ToDictionary(look => look.Version, look => look.Standing)) : null;
        }
    }
}
