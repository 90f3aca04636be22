using Portal.Core.Availability.Sessions;

namespace Portal.Web.Api;

/// <summary>What a professional can be booked at on one day.</summary>
/// <param name="Date"><c>2026-11-24</c>, in the time zone.</param>
public sealed record ProfessionalDay(Guid ProfessionalId, string Name, string Date, string TimeZone, IReadOnlyList<ProfessionalDay.Slot> Slots)
{
    /// <param name="StartTime">UTC.</param>
    /// <param name="EndTime">UTC.</param>
    /// <param name="MeetingType">Its word in addresses.</param>
    /// <param name="SessionId">Of a single session; null for the weekly hours.</param>
    /// <param name="Price">Minor units; null when it costs nothing.</param>
    /// <param name="BookUrl">Where a person books it.</param>
    public sealed record Slot(string StartTime, string EndTime, string MeetingType, Guid? SessionId, long? Price, string? Currency, string BookUrl);
}

public sealed record SessionsAnswer(IReadOnlyList<SessionAnswer> Sessions);

/// <summary>A single session.</summary>
/// <param name="StartTime">UTC.</param>
/// <param name="EndTime">UTC.</param>
/// <param name="Price">Minor units.</param>
public sealed record SessionAnswer(
    Guid Id, string MeetingType, string StartTime, string EndTime, string TimeZone, long Price, string Currency, SessionState Status);
