using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>What a host says about their time, to be edited.</summary>
public sealed class FindAvailability(PortalDbContext db, IClock clock)
{
    /// <returns>Null when the person does not belong to the organisation.</returns>
    public async Task<HostAvailability?> RunAsync(HostKey host, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking()
            .Include(member => member.Organization)
            .Include(member => member.User)
            .SingleOrDefaultAsync(member => member.OrganizationId == host.OrganizationId && member.UserId == host.HostId, ct);
        if (member is null)
            return null;

        var schedule = await db.HostSchedules.AsNoTracking().OfHost(host).SingleOrDefaultAsync(ct);
        var zone = schedule?.Zone ?? member.Organization!.Zone;
        var today = clock.GetCurrentInstant().InZone(zone).Date;
        return new HostAvailability(
            host, member.User!.DisplayName, member.Organization!.Zone, today, schedule,
            await db.DateOverrides.AsNoTracking()
                .Where(day => day.OrganizationId == host.OrganizationId && day.HostId == host.HostId && day.Date >= today)
                .OrderBy(day => day.Date).ToListAsync(ct),
            await db.TimesOff.AsNoTracking()
                .Where(days => days.OrganizationId == host.OrganizationId && days.HostId == host.HostId && days.LastDay >= today)
                .OrderBy(days => days.FirstDay).ToListAsync(ct),
            await ListTypesAsync(host, ct));
    }

    private async Task<IReadOnlyList<HostMeetingType>> ListTypesAsync(HostKey host, CancellationToken ct)
    {
        var types = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Hosts)
            .Where(type => type.OrganizationId == host.OrganizationId && type.Visibility != MeetingTypeVisibility.Hidden)
            .Where(type => type.Hosts.Any(one => one.HostId == host.HostId))
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        return
        [
            .. types.Where(type => type.CandidateHosts().Contains(host.HostId))
                .Select(type => new HostMeetingType(type.Id, type.Slug, type.Name, type.Length, type.SessionsOnly)),
        ];
    }
}
