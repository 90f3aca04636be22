using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>What the call's page shows before anybody joins.</summary>
public sealed class FindCall(PortalDbContext db, MeetingRooms rooms, VideoProviders providers, VideoAccounts accounts, IClock clock)
{
    public async Task<FindCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking()
            .Include(booking => booking.Participants)
            .Include(booking => booking.Organization)
            .Include(booking => booking.MeetingType)
            .SingleOrDefaultAsync(booking => booking.Id == request.BookingId, ct);
        if (booking is null)
            return new FindCallOutcome.BookingNotFound();
        var participant = await db.FindCallerAsync(booking, request.Caller, ct);
        if (participant is null)
            return new FindCallOutcome.NotAParticipant();
        var (provider, insteadOf) = await rooms.FindProviderAsync(booking, ct);
        var roomName = RoomName.Of(booking);
        var recordingSince = await db.VideoRooms.Where(room => room.RoomName == roomName).Select(room => room.RecordingSince).SingleOrDefaultAsync(ct);
        return new FindCallOutcome.Found(
            new CallView(
                booking.Id, booking.OrganizationId, booking.MeetingType!.Name, booking.Organization!.Name,
                booking.StartsAt, booking.EndsAt, participant.IsStaff ? booking.HostZone : booking.VisitorZone,
                participant.Name, participant.IsStaff, await MayChangeAsync(booking, participant, ct),
                [.. booking.Participants.Where(other => other.Id != participant.Id && other.Role != ParticipantRole.Staff).Select(other => other.Name)],
                provider.Id,
                booking.Organization.KeepsCallChat, participant.MayRecord(booking),
                provider.Id == LiveKitRegistration.ProviderId
                    ? LiveKitRegistration.SignallingOf((await accounts.FindAsync(booking.OrganizationId, providers.FindKind(provider.Id)!, ct))!)
                    : null,
                provider.Capabilities,
                new CallRecording(booking.Organization.RecordsCalls && provider.Capabilities.Records, recordingSince))
            {
                InsteadOf = participant.IsStaff && insteadOf is not null ? providers.FindKind(insteadOf)?.Name ?? insteadOf : null,
            },
            CallDoor.Refusal(booking, participant, clock.GetCurrentInstant()));
    }

    // as BookingAuthority has it for a member who is signed in
    private async Task<bool> MayChangeAsync(Booking booking, Participant participant, CancellationToken ct) => participant.UserId is { } userId
        && (booking.HostIds().Contains(userId)
            || await db.Members.Where(member => member.OrganizationId == booking.OrganizationId && member.UserId == userId)
                .Select(member => member.Role).SingleOrDefaultAsync(ct) >= MemberRole.Admin);
}
