using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Http;
using Portal.Web.Security;

namespace Portal.Tests.Support.Calls;

/// <summary>The portal on a port, with meetings of Acme's intro call made on the spot and a short way to a visitor's cookie.</summary>
public sealed class CallApp : PortalApp, IAsyncLifetime
{
    private const string VisitorDoor = "/of-the-tests/visitor/";

    public Uri Address { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Address = Listen();
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>A confirmed meeting of half an hour with Mara as host.</summary>
    /// <param name="startsIn">Counted from now; it may have begun.</param>
    public Task<CallMeeting> AddMeetingAsync(Duration startsIn, bool admitted = true, Action<Booking>? change = null) =>
        ChangeAsync(async db =>
        {
            var now = Services.GetRequiredService<IClock>().GetCurrentInstant();
            var type = await db.MeetingTypes.SingleAsync(row => row.Slug == "intro-call");
            var host = await db.Users.SingleAsync(row => row.Email == DemoData.IntroHost);
            var booking = NewBooking(type.Id, type.OrganizationId, host.Id, now + startsIn);
            booking.Confirm();
            var visitor = NewParticipant(booking, ParticipantRole.Visitor, null, "Vera Visitor", "vera@visitor.test");
            booking.Participants.AddRange([visitor, NewParticipant(booking, ParticipantRole.Host, host.Id, host.DisplayName, host.Email!)]);
            if (admitted)
                visitor.Admit(host.Id, now);
            change?.Invoke(booking);
            db.Bookings.Add(booking);
            return new CallMeeting(booking.Id, visitor.Id);
        });

    public async Task<T> ChangeAsync<T>(Func<PortalDbContext, Task<T>> change) =>
        await RunAsync<PortalDbContext, T>(async db =>
        {
            var result = await change(db);
            await db.SaveChangesAsync();
            return result;
        });

    public Instant Now() => Services.GetRequiredService<IClock>().GetCurrentInstant();

    public Task<Booking> FindBookingAsync(Guid id) => RunAsync<PortalDbContext, Booking>(db =>
        db.Bookings.AsNoTracking().Include(row => row.Participants).SingleAsync(row => row.Id == id));

    /// <summary>The visitor has a seat in the meeting's room, and the meeting says the same.</summary>
    public async Task<bool> IsInAsync(CallMeeting meeting)
    {
        var booking = await FindBookingAsync(meeting.Id);
        var seats = await RunAsync((DirectRooms rooms) => rooms.InAsync(RoomName.Of(booking), default));
        var seated = seats.Exists(seat => seat.ParticipantId == meeting.VisitorId);
        Assert.Equal(seated, booking.Participants.Single(person => person.Id == meeting.VisitorId).IsInCall);
        return seated;
    }

    /// <summary>A browser that has acted on the visitor's link.</summary>
    public async Task<PortalClient> AsVisitorAsync(CallMeeting meeting)
    {
        var client = NewClient();
        await client.GetAsync(VisitorDoorOf(meeting));
        return client;
    }

    /// <summary>From a page this browser can open, of a meeting that is no other's business; it is good for every request of the browser.</summary>
    public async Task<string> RequestTokenAsync(PortalClient client)
    {
        var own = await AddMeetingAsync(Duration.Zero);
        await client.GetAsync(VisitorDoorOf(own));
        return await client.FindRequestTokenAsync(own.GuestPath);
    }

    /// <summary>What stands in the visitor's mail: the token of a link that lets its holder see and join.</summary>
    public Task<string> LinkOfAsync(CallMeeting meeting) => ChangeAsync(db =>
    {
        var (link, token) = AccessLink.Issue(meeting.VisitorId, LinkPurpose.Join, Now());
        db.Add(link);
        return Task.FromResult(token);
    });

    /// <summary>Opened in a browser, this address leaves the visitor's cookie there.</summary>
    public static string VisitorDoorOf(CallMeeting meeting) => VisitorDoor + meeting.VisitorId;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Door>());
    }

    private static Booking NewBooking(Guid typeId, Guid organizationId, Guid hostId, Instant start) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organizationId,
        MeetingTypeId = typeId,
        HostId = hostId,
        StartsAt = start,
        EndsAt = start + Duration.FromMinutes(30),
        VisitorStart = start.InZone(World.Berlin).LocalDateTime,
        VisitorZone = World.Berlin,
        HostZone = World.Berlin,
        VisitorName = "Vera Visitor",
        VisitorEmail = "vera@visitor.test",
        CreatedAt = start,
    };

    private static Participant NewParticipant(Booking booking, ParticipantRole role, Guid? userId, string name, string email) => new()
    {
        Id = Guid.CreateVersion7(),
        BookingId = booking.Id,
        OrganizationId = booking.OrganizationId,
        Role = role,
        UserId = userId,
        Name = name,
        Email = email,
    };

    private sealed class Door : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, following) =>
            {
                if (http.Request.Path.Value?.StartsWith(VisitorDoor, StringComparison.Ordinal) != true)
                {
                    await following(http);
                    return;
                }

                await VisitorSession.RememberAsync(http, Guid.Parse(http.Request.Path.Value[VisitorDoor.Length..]));
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<!doctype html><title>Remembered</title><link rel=icon href=data:,>");
            });
            next(app);
        };
    }
}
