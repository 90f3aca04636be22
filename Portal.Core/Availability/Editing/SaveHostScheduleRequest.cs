using Portal.Core.Bookings;

namespace Portal.Core.Availability.Editing;

/// <param name="Version">Of the schedule the editor saw.</param>
public sealed record SaveHostScheduleRequest(HostKey Host, int Version, UsualWeek Week, Actor By);
