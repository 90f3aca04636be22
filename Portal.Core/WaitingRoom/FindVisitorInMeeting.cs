using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Which of the visitors a browser acts for is in this meeting?</summary>
public sealed class FindVisitorInMeeting(PortalDbContext db)
{
    /// <param name="participantIds">From the visitor's cookie.</param>
    public async Task<FindVisitorInMeetingOutcome> RunAsync(Guid bookingId, IReadOnlyCollection<Guid> participantIds, CancellationToken ct)
    {
        var found = await db.Participants
            .Where(person => person.BookingId == bookingId && participantIds.Contains(person.Id) && person.UserId == null)
            .Select(person => new FindWaitingPlaceRequest(person.OrganizationId, person.BookingId, person.Id))
            .FirstOrDefaultAsync(ct);
        if (found is not null)
            return new FindVisitorInMeetingOutcome.Found(found);
        return await db.Bookings.AnyAsync(booking => booking.Id == bookingId, ct)
            ? new FindVisitorInMeetingOutcome.NotAVisitorOfIt()
            : new FindVisitorInMeetingOutcome.BookingNotFound();
    }
}

public abstract record FindVisitorInMeetingOutcome
{
    private FindVisitorInMeetingOutcome()
    {
    }

    public sealed record Found(FindWaitingPlaceRequest Place) : FindVisitorInMeetingOutcome;

    public sealed record NotAVisitorOfIt : FindVisitorInMeetingOutcome;

    public sealed record BookingNotFound : FindVisitorInMeetingOutcome;
}
