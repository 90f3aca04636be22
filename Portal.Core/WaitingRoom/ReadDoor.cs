using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Reads the door of an organisation, a handful of queries however many wait at it. Pages ask <see cref="Doors"/>, which keeps it.</summary>
public sealed class ReadDoor(PortalDbContext db, IClock clock)
{
    // longer than any meeting; what is older is over
    private static readonly Duration Before = Duration.FromDays(1);

    // who comes earlier is told when the door opens, and is read alone
    private static readonly Duration Ahead = JoinWindow.OpensBefore + Duration.FromMinutes(1);

    private static readonly BookingStatus[] Open = [BookingStatus.Confirmed, BookingStatus.Waiting, BookingStatus.InProgress];

    public async Task<Door> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (from, to) = (now - Before, now + Ahead);
        var places = await PlacesAsync(
            organizationId,
            db.Bookings.Where(booking => booking.OrganizationId == organizationId && Open.Contains(booking.Status) && booking.StartsAt > from && booking.StartsAt < to),
            now, ct);
        return new Door(now, places.ToDictionary(place => place.ParticipantId));
    }

    /// <summary>Of one meeting, whenever and in whatever state it is; without the queue before it.</summary>
    public async Task<WaitingPlace> FindAsync(Guid organizationId, Guid bookingId, Guid participantId, CancellationToken ct) =>
        (await PlacesAsync(organizationId, db.Bookings.Where(booking => booking.Id == bookingId), clock.GetCurrentInstant(), ct))
        .Single(place => place.ParticipantId == participantId);

    private async Task<IEnumerable<WaitingPlace>> PlacesAsync(Guid organizationId, IQueryable<Booking> around, Instant now, CancellationToken ct)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == organizationId, ct);
        var meetings = await around
            .Select(booking => new MeetingAround(
                booking.Id, booking.HostId, booking.Host!.DisplayName, booking.GroupId ?? booking.Id, booking.Status, booking.StartsAt, booking.EndsAt,
                booking.VisitorZone, booking.HandedOverAt, booking.MeetingType!.Name, booking.MeetingType.Slug))
            .ToDictionaryAsync(meeting => meeting.Id, ct);
        var people = await around.SelectMany(booking => booking.Participants).AsNoTracking()
            .Where(person => person.UserId == null || person.JoinedAt != null)
            .ToListAsync(ct);
        var browsers = (await around.SelectMany(booking => db.VisitorBrowsers.Where(row => row.Participant!.BookingId == booking.Id))
            .OrderBy(row => row.BoundAt)
            .Select(row => new { row.ParticipantId, row.BrowserId, IsVerified = row.VerifiedAt != null })
            .ToListAsync(ct))
            .ToLookup(row => row.ParticipantId, row => new BrowserAtDoor(row.BrowserId, row.IsVerified));
        var said = organization.ChatAtTheDoor
            ? await around.SelectMany(booking => db.ChatMessages.Where(row => row.BookingId == booking.Id && row.AtDoorOf != null))
                .GroupBy(row => row.AtDoorOf!.Value)
                .Select(door => new { Of = door.Key, Last = door.Max(row => row.Id) })
                .ToDictionaryAsync(door => door.Of, door => door.Last, ct)
            : [];
        var hosts = await HostsAsync(organizationId, meetings, people, now, ct);
        var queue = QueuesBefore(meetings, people);
        var attended = people.Where(person => person is { IsStaff: true, IsInCall: true }).Select(person => person.BookingId).ToHashSet();

        return people.Where(person => !person.IsStaff).Select(person =>
        {
            var meeting = meetings[person.BookingId];
            return new WaitingPlace(
                organizationId, person.Id, meeting.Id, meeting.Status, person.Admission, person.WaitingSince,
                queue.GetValueOrDefault((meeting.HostId, meeting.Group), QueueBefore.Nobody), hosts[meeting.HostId],
                person.RejectionReason, person.ComeBackAt, person.RetryAt,
                person is { Admission: Admission.Outside, WaitingSince: not null, WentSilentAt: { } silent } ? silent + Participant.PlaceKeptFor : null,
                person.HostMessage, person.HostMessageAt,
                attended.Contains(meeting.Id) ? null : LateHost.LateFrom(meeting.StartsAt, meeting.HandedOverAt, person.HostMessageAt, organization.LateHostAfter),
                meeting.TypeName, meeting.TypeSlug, organization.Name, organization.Slug,
                meeting.StartsAt, meeting.EndsAt, meeting.VisitorZone, organization.ChatAtTheDoor, said.GetValueOrDefault(person.Id), [.. browsers[person.Id]]);
        });
    }

    private async Task<Dictionary<Guid, DoorHost>> HostsAsync(
        Guid organizationId, Dictionary<Guid, MeetingAround> meetings, IReadOnlyList<Participant> people, Instant now, CancellationToken ct)
    {
        var since = now - Before;
        var saw = await db.Members.Where(member => member.OrganizationId == organizationId && member.SawTheDoorAt != null)
            .ToDictionaryAsync(member => member.UserId, member => member.SawTheDoorAt, ct);
        var ended = (await db.Bookings
            .Where(booking => booking.OrganizationId == organizationId && booking.Status == BookingStatus.Completed && booking.StartsAt > since && booking.EndedAt != null)
            .Select(booking => new { booking.HostId, booking.HostZone, booking.EndsAt, EndedAt = booking.EndedAt!.Value })
            .ToListAsync(ct))
            .Where(meeting => meeting.EndedAt.InZone(meeting.HostZone).Date == now.InZone(meeting.HostZone).Date)
            .ToLookup(meeting => meeting.HostId, meeting => meeting.EndedAt - meeting.EndsAt);
        var calls = people.Where(person => person is { IsStaff: true, IsInCall: true } && meetings[person.BookingId].Status == BookingStatus.InProgress)
            .GroupBy(person => person.UserId!.Value)
            .ToDictionary(calls => calls.Key, calls => meetings[calls.MaxBy(person => person.JoinedAt)!.BookingId]);
        return meetings.Values.DistinctBy(meeting => meeting.HostId).ToDictionary(meeting => meeting.HostId, meeting =>
        {
            var call = calls.GetValueOrDefault(meeting.HostId);
            return new DoorHost(meeting.HostName, saw.GetValueOrDefault(meeting.HostId), call?.Id, call?.EndsAt, [.. ended[meeting.HostId]]);
        });
    }

    /// <summary>For each meeting somebody waits for, who is to be seen before it: everybody of a meeting goes in with the first of them.</summary>
    private static Dictionary<(Guid Host, Guid Group), QueueBefore> QueuesBefore(Dictionary<Guid, MeetingAround> meetings, IEnumerable<Participant> people)
    {
        var queues = new Dictionary<(Guid, Guid), QueueBefore>();
        var waiting = people.Where(person => person is { Admission: Admission.Waiting, IsStaff: false })
            .OrderBy(person => person.WaitingSince).ThenBy(person => person.Id)
            .Select(person => meetings[person.BookingId])
            .GroupBy(meeting => meeting.HostId);
        foreach (var queue in waiting)
        {
            var before = QueueBefore.Nobody;
            foreach (var group in queue.GroupBy(meeting => meeting.Group))
            {
                queues[(queue.Key, group.Key)] = before;
                before = new QueueBefore(before.People + group.Count(), before.Meetings + 1, before.Length + (group.First().EndsAt - group.First().StartsAt));
            }
        }

        return queues;
    }

    private sealed record MeetingAround(
        Guid Id, Guid HostId, string HostName, Guid Group, BookingStatus Status, Instant StartsAt, Instant EndsAt,
        DateTimeZone VisitorZone, Instant? HandedOverAt, string TypeName, string TypeSlug);
}
