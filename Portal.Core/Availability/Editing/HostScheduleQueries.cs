namespace Portal.Core.Availability.Editing;

internal static class HostScheduleQueries
{
    public static IQueryable<HostSchedule> OfHost(this IQueryable<HostSchedule> schedules, HostKey host) =>
        schedules.Where(schedule => schedule.OrganizationId == host.OrganizationId && schedule.HostId == host.HostId);
}
