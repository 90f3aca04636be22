using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Api;

/// <summary>A page of bookings, the latest start first.</summary>
/// <param name="Older">To be sent as older for the next page; null on the last.</param>
/// <param name="Newer">To be sent as newer for the page before; null on the first.</param>
public sealed record BookingsAnswer(IReadOnlyList<ListedBooking> Bookings, string? Older, string? Newer);

/// <param name="StartTime">UTC.</param>
/// <param name="EndTime">UTC.</param>
/// <param name="MeetingType">Its name.</param>
/// <param name="Article">The help-centre article they came from.</param>
public sealed record ListedBooking(
    Guid Id, BookingStatus Status, string StartTime, string EndTime, string MeetingType, string HostName, string Name, string Email, string? Article)
{
    internal static ListedBooking Of(BookingRow row) => new(
        row.Id, row.Status, Moments.Write(row.StartsAt), Moments.Write(row.EndsAt), row.MeetingName, row.HostName, row.VisitorName, row.VisitorEmail, row.Article);
}

/// <summary>Everything about a booking.</summary>
/// <param name="StartTime">UTC.</param>
/// <param name="EndTime">UTC.</param>
/// <param name="MeetingType">Its name.</param>
/// <param name="HostIds">Everybody who holds it, the first of them first.</param>
/// <param name="HostName">Of all of them.</param>
/// <param name="TimeZone">The visitor's.</param>
/// <param name="Sequence">SEQUENCE of the invitation: rises with every change.</param>
/// <param name="Reason">Why it was cancelled or declined.</param>
/// <param name="MissedBy">Who did not come.</param>
/// <param name="Result">What came of it, as the host says.</param>
public sealed record BookingAnswerBody(
    Guid Id,
    BookingStatus Status,
    string StartTime,
    string EndTime,
    int DurationMinutes,
    string MeetingType,
    IReadOnlyList<Guid> HostIds,
    string HostName,
    string Name,
    string Email,
    string TimeZone,
    string Notes,
    string? Article,
    IReadOnlyList<BookingAnswerBody.Answer> Answers,
    IReadOnlyList<BookingAnswerBody.Person> Participants,
    int Sequence,
    string? Reason,
    MissingSide? MissedBy,
    MeetingResult? Result,
    string? ResultNote)
{
    public sealed record Answer(string Question, string Value);

    /// <summary>Somebody in the meeting.</summary>
    /// <param name="JoinedAt">First entry into the call; UTC.</param>
    /// <param name="LeftAt">UTC; null while they are in it.</param>
    public sealed record Person(
        Guid Id, string Name, ParticipantRole Role, Admission Admission, bool IsInCall, string? JoinedAt, string? LeftAt, Impression? Impression)
    {
        internal static Person Of(Participant participant) => new(
            participant.Id, participant.Name, participant.Role, participant.Admission, participant.IsInCall,
            Moments.Write(participant.JoinedAt), Moments.Write(participant.LeftAt), participant.Impression);
    }

    internal static BookingAnswerBody Of(BookingDetails details)
    {
        var booking = details.Booking;
        return new BookingAnswerBody(
            booking.Id, booking.Status, Moments.Write(booking.StartsAt), Moments.Write(booking.EndsAt),
            (int)(booking.EndsAt - booking.StartsAt).TotalMinutes, details.MeetingName, booking.HostIds(), details.HostName, booking.VisitorName,
            booking.VisitorEmail, booking.VisitorZone.Id, booking.Notes, booking.Article,
            [.. booking.Answers.Select(answer => new Answer(answer.Question, answer.Value))], [.. details.Participants.Select(Person.Of)],
            booking.Sequence, booking.CancellationReason, booking.MissedBy, booking.Result, booking.ResultNote);
    }
}

/// <param name="Status">Pending while somebody has to approve it.</param>
/// <param name="ManageLink">The visitor's page; shown once, in nothing else but their mails.</param>
public sealed record BookedAnswer(Guid Id, BookingStatus Status, string ManageLink);

/// <param name="CallLink">Where the host goes.</param>
/// <param name="JoinLink">Where the invited person goes, as in their mail; shown once.</param>
public sealed record InvitedAnswer(Guid BookingId, string CallLink, string JoinLink);

/// <summary>The time is not to be had.</summary>
/// <param name="Alternatives">The nearest open times.</param>
/// <param name="Reasons">Why it is not offered; send outside_offer to take it all the same.</param>
public sealed record TimeConflict(string Error, IReadOnlyList<TimeConflict.Time> Alternatives, IReadOnlyList<string>? Reasons = null)
{
    /// <param name="StartTime">UTC.</param>
    /// <param name="EndTime">UTC.</param>
    public sealed record Time(string StartTime, string EndTime);

    internal static TimeConflict Taken(IEnumerable<OpenSlot> nearest) => new(
        "The time is taken", [.. nearest.Select(slot => new Time(Moments.Write(slot.Start), Moments.Write(slot.End)))]);
}

/// <summary>The host cannot begin now.</summary>
/// <param name="FreeUntil">The host is free for a shorter meeting, until then; UTC.</param>
/// <param name="BusyUntil">UTC.</param>
/// <param name="FreeHosts">Who could hold it instead.</param>
public sealed record HostBusyAnswer(string Error, string? FreeUntil, string? BusyUntil, IReadOnlyList<HostBusyAnswer.Host> FreeHosts)
{
    public sealed record Host(Guid HostId, string Name);
}

/// <summary>Moments as the API writes and reads them.</summary>
internal static class Moments
{
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.ExtendedIso;

    public static string Write(Instant moment) => InstantPattern.General.Format(moment);

    public static string? Write(Instant? moment) => moment is { } known ? Write(known) : null;

    /// <returns>Null when it is none, or none that a meeting could be at.</returns>
    public static Instant? Read(string? text) =>
        text is not null && WithOffset.Parse(text) is { Success: true, Value: var read } && MeetingYears.Contain(read.Year) ? read.ToInstant() : null;
}
