using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.WaitingRoom;

/// <summary>The earliest other times for a visitor whose host is late, ahead of what others are offered (N5).</summary>
public sealed class ListFirstTimes(PortalDbContext db, ReadAvailability read, IClock clock)
{
    /// <param name="participantId">From the visitor's link.</param>
    /// <returns>Null when the host is not late.</returns>
    public async Task<IReadOnlyList<OpenSlot>?> RunAsync(Guid participantId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await db.FindMeetingOfLateHostAsync(participantId, now, ct) is not { } meeting)
            return null;
        var type = FirstInLine.Relax(await read.GetTypeAsync(meeting.MeetingTypeId, ct));
        var snapshot = await read.RunAsync(type, [.. type.CandidateHosts()], FirstInLine.Span(now), ct);
        return FirstInLine.Of(snapshot, type.Length, now);
    }
}
