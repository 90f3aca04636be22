using Microsoft.EntityFrameworkCore;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Everybody of an organisation who may hold meetings, by name.</summary>
public sealed class ListHostChoices(PortalDbContext db)
{
    private static readonly MemberRole[] Hosting = [.. Enum.GetValues<MemberRole>().Where(role => role >= MemberRole.Host)];

    /// <param name="meetingTypeId">Who already holds its meetings is listed too, whatever their role is now; null for a new type.</param>
    public async Task<IReadOnlyList<HostChoice>> RunAsync(Guid organizationId, Guid? meetingTypeId, CancellationToken ct)
    {
        var rows = await (
            from member in db.Members.AsNoTracking()
            where member.OrganizationId == organizationId
            where Hosting.Contains(member.Role)
                || db.MeetingTypes.Any(type => type.Id == meetingTypeId && type.Hosts.Any(host => host.HostId == member.UserId))
            join schedule in db.HostSchedules.Where(schedule => schedule.OrganizationId == organizationId)
                on member.UserId equals schedule.HostId into schedules
            from schedule in schedules.DefaultIfEmpty()
            orderby member.User!.DisplayName, member.UserId
            select new { member.UserId, member.User!.DisplayName, Schedule = schedule }).ToListAsync(ct);
        return [.. rows.Select(row => new HostChoice(row.UserId, row.DisplayName, row.Schedule is { Hours.Ranges.IsEmpty: false }))];
    }
}
