using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>Where a visitor stands at the door; that their own browser asks is the sign of life that keeps their place (B4, B9).</summary>
public sealed class FindWaitingPlace(Doors doors, ReadDoor readDoor, SignsOfLife signs, IClock clock)
{
    public async Task<WaitingPlace> RunAsync(FindWaitingPlaceRequest request, CancellationToken ct)
    {
        var door = await doors.FindAsync(request.OrganizationId, ct);
        var place = door.Places.TryGetValue(request.ParticipantId, out var known)
            ? known
            : await readDoor.FindAsync(request.OrganizationId, request.BookingId, request.ParticipantId, ct);
        if (place.Admission == Admission.Waiting && place.StandingOf(request.BrowserId, request.IsRemembered).ActsForVisitor())
            signs.SawVisitor(place.ParticipantId, clock.GetCurrentInstant());
        return place;
    }
}

/// <summary>All of one visitor: from their link, or from their cookie.</summary>
public sealed record FindWaitingPlaceRequest(Guid OrganizationId, Guid BookingId, Guid ParticipantId)
{
    /// <summary>The asking browser's cookie names this visitor, so that it acts for them.</summary>
    public bool IsRemembered { get; init; } = true;

    /// <summary>Of the asking browser; null for one without a cookie.</summary>
    public Guid? BrowserId { get; init; }
}
