using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>Vera waits for Ada; Ben is a colleague.</summary>
public abstract class VisitorAtTheDoorTests(PortalDatabase database) : WorldTests(database)
{
    protected Organization Acme { get; private set; } = null!;

    protected PortalUser Ada { get; private set; } = null!;

    protected PortalUser Ben { get; private set; } = null!;

    protected BookedMeeting Meeting { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Acme = await World.AddOrganizationAsync();
        Ada = await World.AddHostAsync(Acme, "Ada");
        Ben = await World.AddHostAsync(Acme, "Ben");
        Meeting = await World.BookAndWaitAsync(await World.AddMeetingTypeAsync(Acme, [Ada]), "2026-01-06T10:00");
    }

    protected Task<DoorOutcome> AdmitAsync(PortalUser by) => World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
        new AdmitParticipantRequest(Acme.Id, Meeting.VisitorId, by.AsActor()), default));

    protected Task<DoorOutcome> DeclineAsync(PortalUser by, string? reason, Instant? comeBackAt = null) => World.RunAsync((DeclineParticipant decline) =>
        decline.RunAsync(new DeclineParticipantRequest(Acme.Id, Meeting.VisitorId, reason, by.AsActor()) { ComeBackAt = comeBackAt }, default));

    protected async Task<Participant> AddGuestAsync()
    {
        var guest = new Participant
        {
            Id = Guid.CreateVersion7(),
            BookingId = Meeting.Id,
            OrganizationId = Acme.Id,
            Role = ParticipantRole.Visitor,
            Name = "Gus Guest",
            Email = "gus@visitor.test",
        };
        await World.AddAsync(guest);
        return guest;
    }

    protected Task<List<string>> DecisionsAsync() => World.ReadAsync(db => db.AuditEntries
        .Where(row => row.BookingId == Meeting.Id && (row.Action == "visitor.admitted" || row.Action == "visitor.declined"))
        .Select(row => row.Action + " by " + row.ActorName)
        .ToListAsync());
}
