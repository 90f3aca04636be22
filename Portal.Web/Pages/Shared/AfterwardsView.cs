using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;

namespace Portal.Web.Pages.Shared;

/// <summary>What staff see and say of a meeting that has begun.</summary>
/// <param name="Missing">Who did not come, in words; null unless somebody was missing.</param>
/// <param name="Here">The page it is shown on, to come back to.</param>
public sealed record AfterwardsView(
    BookingDetails Details, string? Missing, IReadOnlyList<AfterwardsView.Said> Impressions, bool CanNote, bool CanReportNoShow, bool CanTakeBack, string Here)
{
    /// <summary>How it was, as one person says.</summary>
    public sealed record Said(string Name, string Word, string Icon, string Tone, string? Note);

    /// <returns>Null while there is nothing to say.</returns>
    public static AfterwardsView? Of(BookingDetails details, Instant now, string here)
    {
        var booking = details.Booking;
        if (!NoteResult.CanNote(booking, now))
            return null;
        var visitorCame = details.Participants.Any(person => !person.IsStaff && (person.JoinedAt is not null || person.Admission == Admission.Waiting));
        var canBecomeNoShow = booking.Status.CanBecome(BookingStatus.NoShow) || booking.Status == BookingStatus.Completed;
        return new AfterwardsView(
            details,
            MissingWordsOf(booking, details.HostName),
            [.. details.Participants.Where(person => person.Impression is not null).Select(Describe)],
            CanNote: true,
            CanReportNoShow: canBecomeNoShow && !visitorCame && now >= booking.StartsAt && (!booking.Status.IsFinal() || booking.CanBeCorrected(now)),
            CanTakeBack: booking.Status == BookingStatus.NoShow && booking.CanBeCorrected(now),
            here);
    }

    public static string WordOf(MeetingResult result) => result switch
    {
        MeetingResult.Solved => "Solved",
        MeetingResult.FollowUp => "Follow-up needed",
        _ => "Not solved",
    };

    public static (string Word, string Icon, string Tone) WordsOf(Impression impression) => impression switch
    {
        Impression.Good => ("Good", "smile", "success"),
        Impression.Fair => ("So-so", "meh", "neutral"),
        _ => ("Not good", "frown", "warning"),
    };

    private static string? MissingWordsOf(Booking booking, string hostName) => (booking.Status, booking.MissedBy) switch
    {
        (BookingStatus.NoShow, MissingSide.Visitor) => $"{booking.VisitorName} did not come.",
        (BookingStatus.NoShow, MissingSide.Host) => $"{hostName} did not come.",
        (BookingStatus.NoShow, MissingSide.Both) => "Nobody came.",
        (BookingStatus.NoShow, null) => "The two sides did not meet.",
        _ => null,
    };

    private static Said Describe(Participant person)
    {
        var (word, icon, tone) = WordsOf(person.Impression!.Value);
        return new Said(person.Name, word, icon, tone, person.ImpressionNote);
    }
}
