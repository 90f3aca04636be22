using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;
using Portal.Web.Pages.Book;

namespace Portal.Tests.Web;

/// <summary>The demo world with a clock that stands still on Monday 5 January 2026, 08:00 in Berlin, and visitors who book in it.</summary>
public sealed class VisitorApp : PortalApp
{
    /// <summary>Of Mara Lindner, 30 minutes; the waiting room is on. Somebody has 10:00 on every working day.</summary>
    public const string IntroCall = "/book/acme/intro-call";

    /// <summary>Round robin, in New York; the waiting room is off.</summary>
    public const string Consultation = "/book/globex/consultation";

    public VisitorApp() => Time = Clock = new FakeClock();

    public FakeClock Time { get; }

    /// <summary>Where the link of a time on the page of a meeting type leads.</summary>
    /// <param name="at">Wall time in Berlin: <c>2026-01-06T11:00</c>.</param>
    public static string TimeLink(string at, string page = IntroCall) => $"{page}?time={SlotQuery.Write(World.At(at))}";

    /// <summary>Books the way a visitor does, and fails the test when that is not to be had.</summary>
    /// <param name="at">Wall time in Berlin: <c>2026-01-06T11:00</c>.</param>
    public async Task<BookedVisit> BookAsync(PortalClient client, string at, string page = IntroCall, string name = "Vera Visitor")
    {
        var form = await client.GetDocumentAsync(TimeLink(at, page));
        var response = await client.PostFormAsync(form, "form[method=post]", Filled(name));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var token = response.Headers.Location!.OriginalString.Split('/', '?')[2];
        return new BookedVisit(token, (await RunAsync((FindAccessLink find) => find.RunAsync(token, default)))!);
    }

    /// <summary>Books for somebody who rang up: no browser is known for theirs yet.</summary>
    /// <param name="at">Wall time in Berlin: <c>2026-01-06T11:00</c>.</param>
    public async Task<BookedVisit> BookForCallerAsync(string at)
    {
        var booked = Assert.IsType<BookSlotOutcome.Booked>(await RunAsync((BookSlot book) => book.RunAsync(
            new BookSlotRequest("acme", "intro-call", World.At(at), World.Berlin, "Vera Visitor", "vera@visitor.test", "", null), default)));
        return new BookedVisit(booked.Token, (await RunAsync((FindAccessLink find) => find.RunAsync(booked.Token, default)))!);
    }

    public static Dictionary<string, string> Filled(string name = "Vera Visitor", string email = "vera@visitor.test", string notes = "") => new()
    {
        ["Input.Name"] = name,
        ["Input.Email"] = email,
        ["Input.Notes"] = notes,
    };

    /// <summary>Changes a meeting type behind its editor's back.</summary>
    public async Task ChangeTypeAsync(string slug, Action<MeetingType> change)
    {
        await RunAsync(async (PortalDbContext db) =>
        {
            change(await db.MeetingTypes.Include(type => type.Questions).SingleAsync(type => type.Slug == slug));
            return await db.SaveChangesAsync();
        });
        Services.GetRequiredService<AvailabilityCache>().Clear();
    }

    /// <summary>Another link of the same visitor that lets its holder see and join only, as the one in a mail's button.</summary>
    public async Task<string> JoinTokenAsync(BookedVisit visit)
    {
        var (link, token) = AccessLink.Issue(visit.Holder.ParticipantId, LinkPurpose.Join, Time.GetCurrentInstant());
        await RunAsync(async (PortalDbContext db) =>
        {
            db.Add(link);
            return await db.SaveChangesAsync();
        });
        return token;
    }

    public Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> query) => RunAsync(query);

    public Task<Booking> FindBookingAsync(BookedVisit visit) =>
        ReadAsync(db => db.Bookings.AsNoTracking().Include(row => row.Participants).SingleAsync(row => row.Id == visit.Holder.BookingId));

    /// <summary>Everything a page could have changed, to compare before and after.</summary>
    public Task<string> FingerprintAsync() => ReadAsync(async db => string.Join('|',
        await db.Bookings.CountAsync(),
        await db.Bookings.SumAsync(row => row.Version),
        await db.Participants.SumAsync(row => row.Version),
        await db.TimeClaims.CountAsync(),
        await db.Outbox.CountAsync(),
        await db.AuditEntries.CountAsync(),
        await db.AccessLinks.CountAsync()));
}

/// <param name="Token">Of the link that can manage the meeting.</param>
public sealed record BookedVisit(string Token, LinkHolder Holder)
{
    public string Page => $"/meetings/{Token}";
}
