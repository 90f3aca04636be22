using Portal.Core.Bookings;
using Portal.Core.Organizations;

namespace Portal.Core.WaitingRoom;

/// <summary>A colleague who may hold the meeting takes it over, because its host is late and a visitor waits (N5).</summary>
public sealed class TakeOverMeeting(ListWaiting listWaiting, ReassignBooking reassign)
{
    public async Task<TakeOverOutcome> RunAsync(CurrentMember member, Guid participantId, CancellationToken ct)
    {
        var waiting = (await listWaiting.RunAsync(member.OrganizationId, ct)).Waiting.FirstOrDefault(visitor => visitor.ParticipantId == participantId);
        if (waiting is null)
            return new TakeOverOutcome.NobodyWaits();
        if (waiting.HostIds.Contains(member.UserId))
            return new TakeOverOutcome.Yours(waiting.Name);
        if (!waiting.OtherHostIds.Contains(member.UserId))
            return new TakeOverOutcome.NotEligible();
        if (!waiting.IsHostLate)
            return new TakeOverOutcome.NotNeeded(waiting.Name, waiting.HostName);

        var request = new ReassignBookingRequest(member.OrganizationId, waiting.BookingId, member.AsActor())
        {
            NewHostId = member.UserId,
            From = waiting.HostId,
        };
        return await reassign.RunAsync(request, ct) switch
        {
            ReassignBookingOutcome.Reassigned => new TakeOverOutcome.Yours(waiting.Name),
            ReassignBookingOutcome.HostChanged changed => new TakeOverOutcome.NotNeeded(waiting.Name, changed.HostName),
            ReassignBookingOutcome.HostNotFree => new TakeOverOutcome.NotFree(),
            _ => new TakeOverOutcome.NobodyWaits(),
        };
    }
}
