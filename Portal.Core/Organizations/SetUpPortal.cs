using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Organizations;

/// <summary>The first run: creates the owner and their organisation, once.</summary>
public sealed class SetUpPortal(PortalDbContext db, UserManager<PortalUser> users)
{
    public Task<bool> IsNeededAsync(CancellationToken ct) => db.Organizations.AllAsync(_ => false, ct);

    public async Task<SetUpPortalOutcome> RunAsync(SetUpPortalRequest request, CancellationToken ct)
    {
        // serializable: of two people with the code, one sets the portal up
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (!await IsNeededAsync(ct))
            return new SetUpPortalOutcome.AlreadySetUp();

        var owner = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            DisplayName = request.OwnerName,
            UserName = request.OwnerEmail,
            Email = request.OwnerEmail,
            EmailConfirmed = true,
        };
        var created = await users.CreateAsync(owner, request.Password);
        if (!created.Succeeded)
            return new SetUpPortalOutcome.PasswordRefused([.. created.Errors.Select(error => error.Description)]);

        var organization = new Organization
        {
            Id = Guid.CreateVersion7(),
            Slug = request.Slug,
            Name = request.OrganizationName,
            Zone = request.Zone,
            WaitingRoomEnabled = true,
        };
        db.Organizations.Add(organization);
        db.Members.Add(new Member { OrganizationId = organization.Id, UserId = owner.Id, Role = MemberRole.Owner });
        db.HostSchedules.Add(new HostSchedule
        {
            OrganizationId = organization.Id,
            HostId = owner.Id,
            Zone = request.Zone,
            Hours = WeeklyHours.BusinessHours,
        });
        // the first meeting type, so that the address printed on the last set-up screen can be booked at once
        db.MeetingTypes.Add(FirstMeetingType.Of(organization, owner.Id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new SetUpPortalOutcome.SetUp(owner);
    }
}
