using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>What a host has before them.</summary>
/// <param name="Next">The meeting that runs, or else begins next; it stands among the others too.</param>
/// <param name="NextDetails">Null without a next meeting.</param>
/// <param name="OfToday">All of today, also what is over or was called off.</param>
/// <param name="Later">The days after today that have meetings.</param>
public sealed record Agenda(
    Instant Now, LocalDate Today, AgendaMeeting? Next, AgendaDetails? NextDetails, IReadOnlyList<AgendaMeeting> OfToday, IReadOnlyList<AgendaDay> Later);

/// <summary>What a host wants to know of a meeting before it begins.</summary>
/// <param name="Answers">In the order of the form.</param>
/// <param name="Guests">Their addresses.</param>
/// <param name="OtherHosts">Who holds it with the host.</param>
/// <param name="Capacity">Above 1 it is a group meeting.</param>
/// <param name="Taken">How many of its places.</param>
public sealed record AgendaDetails(
    IReadOnlyList<BookingAnswer> Answers, IReadOnlyList<string> Guests, IReadOnlyList<string> OtherHosts, int Capacity, int Taken);

public sealed record AgendaDay(LocalDate Date, IReadOnlyList<AgendaMeeting> Meetings);
