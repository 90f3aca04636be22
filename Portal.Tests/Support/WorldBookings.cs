using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.WaitingRoom;

namespace Portal.Tests.Support;

/// <summary>A meeting somebody booked, with what a test asks for first.</summary>
/// <param name="Token">Of the visitor's link.</param>
public sealed record BookedMeeting(Guid Id, Guid OrganizationId, Guid VisitorId, string Token)
{
    public Actor Visitor => new(ActorKind.Visitor, VisitorId, "Vera Visitor");
}

/// <summary>Bookings made the way visitors make them.</summary>
public static class WorldBookings
{
    /// <param name="at">Wall time in Berlin: <c>2026-01-06T10:00</c>.</param>
    public static Task<BookSlotOutcome> TryBookAsync(this World world, MeetingType type, string at, Action<BookSlotRequestDraft>? change = null) =>
        world.TryBookAsync(type, World.At(at), change);

    public static async Task<BookSlotOutcome> TryBookAsync(
        this World world, MeetingType type, Instant start, Action<BookSlotRequestDraft>? change = null)
    {
        var slug = await world.ReadAsync(db => db.Organizations.Where(row => row.Id == type.OrganizationId).Select(row => row.Slug).SingleAsync());
        var draft = new BookSlotRequestDraft();
        change?.Invoke(draft);
        var request = new BookSlotRequest(
            slug, type.Slug, start, draft.Zone, draft.Name, draft.Email, draft.Notes, draft.Article)
        {
            Length = draft.Length,
            LinkKey = draft.LinkKey,
            Answers = draft.Answers,
            Guests = draft.Guests,
            RequestKey = draft.RequestKey,
            Holder = draft.Holder,
        };
        return await world.RunAsync((BookSlot book) => book.RunAsync(request, default));
    }

    /// <summary>Books, and fails the test when the time is not to be had.</summary>
    public static async Task<BookedMeeting> BookAsync(this World world, MeetingType type, string at, Action<BookSlotRequestDraft>? change = null)
    {
        var booked = Assert.IsType<BookSlotOutcome.Booked>(await world.TryBookAsync(type, at, change));
        var visitorId = await world.ReadAsync(db => db.Participants
            .Where(row => row.BookingId == booked.BookingId && row.Role == ParticipantRole.Visitor)
            .Select(row => row.Id).SingleAsync());
        return new BookedMeeting(booked.BookingId, type.OrganizationId, visitorId, booked.Token);
    }

    /// <summary>Opens the form of a time in a browser that is this holder.</summary>
    public static async Task<HoldSlotOutcome> HoldAsync(this World world, MeetingType type, string at, Holder holder, Duration? length = null)
    {
        var slug = await world.ReadAsync(db => db.Organizations.Where(row => row.Id == type.OrganizationId).Select(row => row.Slug).SingleAsync());
        var request = new HoldSlotRequest(slug, type.Slug, World.At(at), length, type.LinkKey, holder);
        return await world.RunAsync((HoldSlot hold) => hold.RunAsync(request, default));
    }

    /// <summary>The starts offered, as wall times in Berlin: <c>06T09:00</c>.</summary>
    public static async Task<IReadOnlyList<string>> OfferedAsync(this World world, MeetingType type, Holder? holder = null, Duration? length = null)
    {
        var slug = await world.ReadAsync(db => db.Organizations.Where(row => row.Id == type.OrganizationId).Select(row => row.Slug).SingleAsync());
        var request = new FindOpenSlotsRequest(slug, type.Slug, length, type.LinkKey, holder);
        var open = await world.RunAsync((FindOpenSlots find) => find.RunAsync(request, default));
        return [.. open!.Slots.Select(slot => slot.Start.InZone(World.Berlin).ToString("dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Books, turns the clock to the start, and brings the visitor to the door.</summary>
    public static async Task<BookedMeeting> BookAndWaitAsync(this World world, MeetingType type, string at)
    {
        var meeting = await world.BookAsync(type, at);
        world.Clock.Set(World.At(at));
        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await world.EnterAsync(meeting));
        return meeting;
    }

    public static Task<EnterWaitingRoomOutcome> EnterAsync(this World world, BookedMeeting meeting) =>
        world.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(meeting.VisitorId, default));

    /// <summary>What the waiting page of the visitor shows; the look is their sign of life.</summary>
    public static Task<WaitingPlace> PlaceOfAsync(this World world, BookedMeeting meeting) => world.RunAsync((FindWaitingPlace find) =>
        find.RunAsync(new FindWaitingPlaceRequest(meeting.OrganizationId, meeting.Id, meeting.VisitorId), default));

    /// <summary>The booking as the database has it now, with its participants.</summary>
    public static Task<Booking> FindBookingAsync(this World world, Guid id) =>
        world.ReadAsync(db => db.Bookings.AsNoTracking().Include(row => row.Participants).SingleAsync(row => row.Id == id));

    public static async Task<Participant> FindVisitorAsync(this World world, BookedMeeting meeting) =>
        (await world.FindBookingAsync(meeting.Id)).Participants.Single(row => row.Id == meeting.VisitorId);
}
