using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web;

/// <summary>
/// The portal on Monday 5 January 2026, 08:00 in Berlin, in its demo world: Jonas is in a call that runs until 08:15, and
/// somebody waits for the next.
/// </summary>
public sealed class StaffApp : PortalApp
{
    public const string Owner = "ada@acme.test";
    public const string Admin = "emil@acme.test";
    public const string Mara = "mara@acme.test";
    public const string Jonas = "jonas@acme.test";
    public const string Agent = "tilda@acme.test";
    public const string OtherAdmin = "henry@globex.test";

    public StaffApp() => Clock = Time;

    public FakeClock Time { get; } = new();

    /// <summary>Starts the portal, so that the demo world is built before a test moves the clock.</summary>
    public Task StartAsync() => RunAsync((PortalDbContext db) => db.Organizations.AnyAsync());

    /// <summary>Books an intro call with Mara and leaves the clock where it is.</summary>
    /// <param name="at">Wall time in Berlin.</param>
    public async Task<BookedMeeting> BookAsync(string at, Action<BookSlotRequestDraft>? change = null)
    {
        var draft = new BookSlotRequestDraft();
        change?.Invoke(draft);
        var request = new BookSlotRequest(
            DemoData.Acme, "intro-call", World.At(at), draft.Zone, draft.Name, draft.Email, draft.Notes, draft.Article);
        var booked = Assert.IsType<BookSlotOutcome.Booked>(await RunAsync((BookSlot book) => book.RunAsync(request, default)));
        var visitor = (await FindBookingAsync(booked.BookingId)).Participants.Single(row => row.Role == ParticipantRole.Visitor);
        return new BookedMeeting(booked.BookingId, visitor.OrganizationId, visitor.Id, booked.Token);
    }

    /// <summary>Books an intro call with Mara at 08:15, for which the visitor may wait at once.</summary>
    public async Task<BookedMeeting> BookAndWaitAsync(Action<BookSlotRequestDraft>? change = null)
    {
        var meeting = await BookAsync("2026-01-05T08:15", change);
        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(
            await RunAsync((EnterWaitingRoom enter) => enter.RunAsync(meeting.VisitorId, default)));
        return meeting;
    }

    /// <summary>Jonas may hold Mara's intro calls too, and has nothing else to do.</summary>
    public Task<int> GiveJonasTimeForIntroCallsAsync() => RunAsync(async (PortalDbContext db) =>
    {
        var jonas = await db.Users.SingleAsync(user => user.Email == Jonas);
        var type = await db.MeetingTypes.Include(row => row.Hosts).SingleAsync(row => row.Slug == "intro-call");
        type.Hosts.Add(new MeetingTypeHost { HostId = jonas.Id, Position = 1 });
        await db.Participants.Where(person => person.UserId == jonas.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.LeftAt, Time.GetCurrentInstant()));
        await db.ClaimSeats.Where(seat => seat.Claim!.HostId == jonas.Id).ExecuteDeleteAsync();
        await db.TimeClaims.Where(claim => claim.HostId == jonas.Id).ExecuteDeleteAsync();
        return await db.SaveChangesAsync();
    });

    public Task<Booking> FindBookingAsync(Guid id) => RunAsync((PortalDbContext db) =>
        db.Bookings.AsNoTracking().Include(row => row.Participants).SingleAsync(row => row.Id == id));

    public async Task<Participant> FindVisitorAsync(BookedMeeting meeting) =>
        (await FindBookingAsync(meeting.Id)).Participants.Single(row => row.Id == meeting.VisitorId);

    /// <summary>A meeting of globex.</summary>
    public Task<Booking> FindOthersBookingAsync() => RunAsync((PortalDbContext db) => db.Bookings.AsNoTracking()
        .Include(row => row.Participants)
        .Where(row => row.Organization!.Slug == DemoData.Globex && row.Status == BookingStatus.Confirmed)
        .OrderBy(row => row.StartsAt)
        .FirstAsync());
}
