using NodaTime;

namespace Portal.Core.Availability.Editing;

/// <summary>Everything a host says about their time, as their editor shows it.</summary>
/// <param name="Today">In the zone of the schedule, or the organisation's while there is none.</param>
/// <param name="Schedule">Null for somebody who takes no meetings yet.</param>
/// <param name="Overrides">Of today and later, by date.</param>
/// <param name="TimesOff">Those that have not ended, by first day.</param>
/// <param name="Types">What can be booked with them, in the organisation's order.</param>
public sealed record HostAvailability(
    HostKey Host,
    string Name,
    DateTimeZone OrganizationZone,
    LocalDate Today,
    HostSchedule? Schedule,
    IReadOnlyList<DateOverride> Overrides,
    IReadOnlyList<TimeOff> TimesOff,
    IReadOnlyList<HostMeetingType> Types);
