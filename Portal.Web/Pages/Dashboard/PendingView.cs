using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Dashboard;

/// <summary>What <c>_Pending</c> shows.</summary>
public sealed record PendingView(IReadOnlyList<PendingView.Row> Rows)
{
    public string Version => FragmentVersion.Of([.. Rows]);

    public static PendingView Of(IReadOnlyList<PendingBooking> pending, CurrentMember member, Instant now)
    {
        var today = now.InZone(member.Zone).Date;
        return new PendingView(
        [
            .. pending.Select(booking => new Row(
                booking.BookingId,
                booking.VisitorName,
                booking.VisitorEmail,
                booking.MeetingName,
                MeetingTime.Range(booking.StartsAt, booking.EndsAt, member.Zone, today),
                booking.HostId == member.UserId ? null : booking.HostName,
                MeetingTime.Wait(now - booking.CreatedAt),
                booking.Notes,
                booking.Article,
                booking.Guests.Count == 0 ? null : string.Join(", ", booking.Guests))
            {
                Answers = booking.Answers,
            }),
        ]);
    }

    /// <param name="Host">Null for the reader's own meeting.</param>
    /// <param name="Age">How long the visitor has waited for an answer.</param>
    /// <param name="Guests">Their addresses; null for none.</param>
    public sealed record Row(
        Guid BookingId, string Visitor, string Email, string Meeting, string When, string? Host, string Age, string Notes, string? Article, string? Guests)
    {
        // what was answered does not change any more, so it is no part of what is compared
        public IReadOnlyList<BookingAnswer> Answers { get; init; } = [];
    }
}
