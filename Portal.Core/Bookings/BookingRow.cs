using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A booking in the list of an organisation.</summary>
public sealed record BookingRow(
    Guid Id,
    Instant StartsAt,
    Instant EndsAt,
    BookingStatus Status,
    string VisitorName,
    string VisitorEmail,
    string MeetingName,
    string HostName,
    string? Article)
{
    public bool CanCancel => Status.CanBecome(BookingStatus.Cancelled);

    public bool CanJoin(Instant now) => JoinWindow.IsOpenForStaff(Status, EndsAt, now);

    internal BookingCursor Cursor => new(StartsAt, Id);
}
