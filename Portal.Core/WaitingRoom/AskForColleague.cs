using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A visitor whose host is late is taken by another host of the type who is free now (N5). Their place at the door stays.</summary>
public sealed class AskForColleague(PortalDbContext db, ReassignBooking reassign, IClock clock)
{
    /// <param name="participantId">From the visitor's link.</param>
    public async Task<AskForColleagueOutcome> RunAsync(Guid participantId, Actor by, CancellationToken ct)
    {
        if (await db.FindMeetingOfLateHostAsync(participantId, clock.GetCurrentInstant(), ct) is not { } meeting)
            return new AskForColleagueOutcome.HostNotLate();
        var request = new ReassignBookingRequest(meeting.OrganizationId, meeting.BookingId, by) { From = meeting.HostId };
        return await reassign.RunAsync(request, ct) switch
        {
            ReassignBookingOutcome.Reassigned taken => new AskForColleagueOutcome.Taken(taken.HostName),
            // a colleague offered in this very moment
            ReassignBookingOutcome.HostChanged taken => new AskForColleagueOutcome.Taken(taken.HostName),
            ReassignBookingOutcome.NobodyFree => new AskForColleagueOutcome.NobodyFree(),
            _ => new AskForColleagueOutcome.HostNotLate(),
        };
    }
}
