using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video.Recording;

/// <summary>A member starts or stops recording at the provider; everybody in the call is told at once. Off unless the organisation wants it.</summary>
public sealed class SwitchRecording(PortalDbContext db, VideoProviders providers, DirectRooms seats, ICallPages pages, IClock clock)
{
    public async Task<SwitchRecordingOutcome> RunAsync(SwitchRecordingRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null || booking.OrganizationId != request.OrganizationId)
            return new SwitchRecordingOutcome.BookingNotFound();
        var roomName = RoomName.Of(booking);
        var room = await db.VideoRooms.SingleOrDefaultAsync(row => row.RoomName == roomName, ct);
        if (booking.Status != BookingStatus.InProgress || room is null)
            return new SwitchRecordingOutcome.NotRunning();
        if (await providers.FindAsync(room.OrganizationId, room.ProviderId, ct) is not { Capabilities.Records: true } provider
            || (request.On && !booking.Organization!.RecordsCalls))
            return new SwitchRecordingOutcome.NotOffered();
        var now = clock.GetCurrentInstant();
        if (request.On == room.RecordingSince is not null)
            return new SwitchRecordingOutcome.Switched(room.RecordingSince);
        try
        {
            room.RecordingId = request.On ? await provider.StartRecordingAsync(room.AtProvider, ct) : await StopAsync(provider, room, ct);
        }
        catch (VideoProviderException exception)
        {
            return new SwitchRecordingOutcome.ProviderFailed(exception.Message);
        }

        room.RecordingSince = request.On ? now : null;
        db.AuditEntries.Add(AuditEntry.Of(booking, request.On ? "call.recording_started" : "call.recording_stopped", request.By, now));
        await db.SaveChangesAsync(ct);
        var connections = (await seats.InAsync(roomName, ct)).Select(seat => seat.ConnectionId).ToList();
        await pages.RecordingAsync(connections, request.On, ct);
        return new SwitchRecordingOutcome.Switched(room.RecordingSince);
    }

    private static async Task<string?> StopAsync(IVideoProvider provider, VideoRoom room, CancellationToken ct)
    {
        await provider.StopRecordingAsync(room.AtProvider, room.RecordingId, ct);
        return null;
    }
}

/// <param name="OrganizationId">The organisation the member acts in; a booking of another is not found.</param>
public sealed record SwitchRecordingRequest(Guid OrganizationId, Guid BookingId, bool On, Actor By);
