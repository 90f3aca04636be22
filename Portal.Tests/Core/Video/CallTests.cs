using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

/// <summary>A booked meeting, its people, and short ways through a call.</summary>
public abstract class CallTests : IAsyncLifetime
{
    protected const string Start = "2026-01-06T10:00";

    protected CallTests(PortalDatabase database) => World = NewPortal(database);

    protected World World { get; }

    protected List<string> Told { get; } = [];

    protected Organization Acme { get; private set; } = null!;

    protected PortalUser Host { get; private set; } = null!;

    protected PortalUser Colleague { get; private set; } = null!;

    protected BookedMeeting Meeting { get; private set; } = null!;

    protected virtual bool HasWaitingRoom => true;

    public async Task InitializeAsync()
    {
        Acme = await World.AddOrganizationAsync(HasWaitingRoom);
        Host = await World.AddHostAsync(Acme);
        Colleague = await World.AddMemberAsync(Acme, MemberRole.Agent, "Carl");
        var type = await World.AddMeetingTypeAsync(Acme, [Host]);
        Meeting = await World.BookAsync(type, Start);
        World.Clock.Set(World.At(Start));
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    /// <summary>The portal as it is right after its start.</summary>
    protected World NewPortal(PortalDatabase database) => new(database, services =>
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddPortalVideo();
        services.AddSingleton<ICallPages>(new RecordedPages(Told));
    });

    /// <summary>Their connection is there, on the node of a portal.</summary>
    internal static Task<TakenSeat?> SitDownAsync(World portal, RoomSeat seat, string connection = "connection") => portal.RunAsync(
        (DirectRooms rooms) => rooms.TakeAsync(seat, connection, "page", new MediaState(true, true, false), default));

    protected static CallCaller As(PortalUser user) => new(user.Id, []);

    protected CallCaller AsVisitor() => new(null, [Meeting.VisitorId]);

    protected Task<JoinCallOutcome> LaunchAsync(CallCaller caller) =>
        World.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(Meeting.Id, caller), default));

    protected async Task AdmitAsync()
    {
        await World.EnterAsync(Meeting);
        Assert.IsType<DoorOutcome.Done>(await World.RunAsync(
            (AdmitParticipant admit) => admit.RunAsync(new(Acme.Id, Meeting.VisitorId, Host.AsActor()), default)));
    }

    /// <summary>Launches and connects.</summary>
    protected async Task<RoomSeat> JoinAsync(CallCaller caller)
    {
        var granted = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(caller));
        Assert.IsType<EnterCallOutcome.Entered>(await EnterAsync(granted.Seat));
        return granted.Seat;
    }

    /// <summary>Both sides are in the call.</summary>
    protected async Task<(RoomSeat Host, RoomSeat Visitor)> MeetAsync()
    {
        await AdmitAsync();
        return (await JoinAsync(As(Host)), await JoinAsync(AsVisitor()));
    }

    protected Task<EnterCallOutcome> EnterAsync(RoomSeat seat) => World.RunAsync((EnterCall enter) => enter.RunAsync(seat, default));

    protected Task<BookingStatus> LeaveAsync(RoomSeat seat) => World.RunAsync((LeaveCall leave) => leave.RunAsync(seat, default));

    protected Task<EndMeetingOutcome> EndAsync() =>
        World.RunAsync((EndMeeting end) => end.RunAsync(new(Acme.Id, Meeting.Id, Host.AsActor()), default));

    protected Task<int> SweepAsync() => World.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default));

    protected Task<Booking> FindBookingAsync() => World.FindBookingAsync(Meeting.Id);

    protected async Task<BookingStatus> StatusAsync() => (await FindBookingAsync()).Status;

    protected void Wait(Duration duration) => World.Clock.Advance(duration);
}
