using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>What a host has before them.</summary>
/// <param name="Next">The meeting that runs, or else begins next; it stands among the others too.</param>
/// <param name="OfToday">All of today, also what is over or was called off.</param>
/// <param name="Later">The days after today that have meetings.</param>
public sealed record Agenda(
    Instant Now, LocalDate Today, AgendaMeeting? Next, IReadOnlyList<AgendaMeeting> OfToday, IReadOnlyList<AgendaDay> Later);

public sealed record AgendaDay(LocalDate Date, IReadOnlyList<AgendaMeeting> Meetings);
