using NodaTime;

namespace Portal.Web.Pages.Shared;

/// <summary>For <c>_Moment</c>: when a meeting is, large.</summary>
/// <param name="Today">The year is only named when it is another than this day's.</param>
public sealed record MeetingMoment(Instant Start, Instant End, DateTimeZone Zone, LocalDate Today);
