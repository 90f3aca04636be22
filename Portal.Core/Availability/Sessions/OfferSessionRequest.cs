using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Bookings;

namespace Portal.Core.Availability.Sessions;

/// <param name="Date">In the host's zone, as <paramref name="Start"/> and <paramref name="End"/> are.</param>
/// <param name="End">On the same date; 00:00 is midnight at its end.</param>
/// <param name="PriceInMinorUnits">Of the organisation's currency.</param>
/// <param name="MeetingTypeId">Null for the host's own type for sessions, which the first one creates.</param>
public sealed record OfferSessionRequest(
    HostKey Host, LocalDate Date, LocalTime Start, LocalTime End, long PriceInMinorUnits, Guid? MeetingTypeId, Actor By);
