using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Web.Api.Document;
using Portal.Web.Pages.Book;

namespace Portal.Web.Api;

/// <summary>The bookings of the caller's organisation (C3): admins see all, others those they hold.</summary>
public static class BookingsApi
{
    internal const string Path = "/api/meetings/bookings";

    public static void MapBookingsApi(this IEndpointRouteBuilder endpoints)
    {
        var bookings = endpoints.MapGroup(Path).WithTags("Bookings").CalledBy(ApiCallers.Members);
        bookings.MapGet("", ListAsync).WithName("listBookings").WithSummary("Bookings, the latest start first, a page at a time")
            .Produces<BookingsAnswer>().Refuses(400, 403);
        bookings.MapPost("", CreateAsync).WithName("createBooking").WithSummary("Book an open time for somebody; sent twice with one Idempotency-Key it books once")
            .Accepts<NewBookingBody>("application/json").Produces<BookedAnswer>(StatusCodes.Status201Created)
            .Produces<TimeConflict>(StatusCodes.Status409Conflict).Refuses(403, 404, 422);
        bookings.MapGet("/{id:guid}", FindAsync).WithName("getBooking").WithSummary("A booking with its people")
            .Produces<BookingAnswerBody>().Refuses(403, 404);
    }

    private static Task<IResult> ListAsync(
        HttpContext http,
        ListBookings list,
        [Description("One or more, with commas: confirmed,waiting.")] string? status,
        [FromQuery(Name = "host_id"), Description("Only what this host holds; others than admins see their own in any case.")] string? host,
        [FromQuery(Name = "meeting_type_id")] string? meetingType,
        [Description("From this day on, in the organisation's zone: 2026-11-23.")] string? from,
        [Description("Until this day, with it.")] string? to,
        [Description("Words that each occur in name, email, meeting type, host or article.")] string? text,
        [Description("Of the page before: goes on below it.")] string? older,
        [Description("Of the page after: goes back above it.")] string? newer) =>
        StaffCalls.AsMemberAsync(http, async member =>
        {
            if (ReadStatuses(status) is not { } statuses)
                return Bad("status", "is one or more of the status words");
            if (ReadId(host) is not { IsRead: true } hostId)
                return Bad("host_id", "is an id");
            if (ReadId(meetingType) is not { IsRead: true } typeId)
                return Bad("meeting_type_id", "is an id");
            if (from is not null && DateText.Read(from) is null)
                return Bad("from", "is a day like 2026-11-23");
            if (to is not null && DateText.Read(to) is null)
                return Bad("to", "is a day like 2026-11-30");
            var seesAll = member.IsAtLeast(MemberRole.Admin);
            if (!seesAll && hostId.Id is { } other && other != member.UserId)
                return StaffCalls.Error(StatusCodes.Status403Forbidden, "Only admins see the bookings of others");
            var found = await list.RunAsync(
                new ListBookingsRequest(member.OrganizationId, statuses, text, Cursor(older), Cursor(newer))
                {
                    HostId = seesAll ? hostId.Id : member.UserId,
                    MeetingTypeId = typeId.Id,
                    From = DateText.Read(from)?.AtStartOfDayInZone(member.Zone).ToInstant(),
                    To = DateText.Read(to)?.PlusDays(1).AtStartOfDayInZone(member.Zone).ToInstant(),
                }, http.RequestAborted);
            return StaffCalls.Answer(new BookingsAnswer([.. found.Rows.Select(ListedBooking.Of)], found.Older?.ToString(), found.Newer?.ToString()));
        });

    private static Task<IResult> FindAsync(HttpContext http, Guid id) =>
        StaffCalls.AsMemberAsync(http, member => BookingCalls.WithBookingAsync(http, member, id, details => StaffCalls.Answer(BookingAnswerBody.Of(details))));

    private static Task<IResult> CreateAsync(HttpContext http, BookSlot book, IOptions<PortalOptions> portal) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<NewBookingBody>(http, async body =>
        {
            if (StaffCalls.NamesSomebodyElse(member, body.UserId))
                return StaffCalls.AccessDenied();
            var read = NewBookingReading.Of(body, member, http.Request.Headers["Idempotency-Key"]);
            return read.Request is { } request
                ? Say(http, await book.RunAsync(request, http.RequestAborted), portal.Value)
                : StaffCalls.Invalid(read.Faults);
        }));

    private static IResult Say(HttpContext http, BookSlotOutcome outcome, PortalOptions portal)
    {
        switch (outcome)
        {
            case BookSlotOutcome.Booked booked:
                http.Response.Headers.Location = $"{Path}/{booked.BookingId}";
                return StaffCalls.Answer(
                    new BookedAnswer(booked.BookingId, booked.Status, $"{portal.BaseUrl}/meetings/{booked.Token}"), StatusCodes.Status201Created);
            case BookSlotOutcome.SlotTaken taken:
                return StaffCalls.Answer(TimeConflict.Taken(taken.Nearest), StatusCodes.Status409Conflict);
            case BookSlotOutcome.MeetingTypeNotFound:
                return StaffCalls.Error(StatusCodes.Status404NotFound, "Meeting type not found");
            case BookSlotOutcome.AnswersRefused refused:
                return StaffCalls.Invalid(refused.Problems.GroupBy(problem => $"answers.{problem.Key}", problem => BookingRefusals.WordsOf(problem.Kind))
                    .ToDictionary(field => field.Key, field => field.ToArray()));
            case BookSlotOutcome.GuestsRefused guests:
                return StaffCalls.Invalid(new Dictionary<string, string[]>
                {
                    ["guests"] = [guests.Wrong.Count == 0 ? $"At most {guests.Most}." : $"Not an email address: {string.Join(", ", guests.Wrong)}."],
                });
            case BookSlotOutcome.KeyReused:
                return StaffCalls.Error(StatusCodes.Status422UnprocessableEntity, "The Idempotency-Key was sent before with something else");
            default:
                return StaffCalls.Error(StatusCodes.Status409Conflict, "The email address has as many meetings of this type to come as one may have");
        }
    }

    private static IReadOnlyCollection<BookingStatus>? ReadStatuses(string? text)
    {
        var read = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Enum.TryParse<BookingStatus>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status) && !char.IsDigit(word[0]) ? status : (BookingStatus?)null)
            .ToList();
        return read.Contains(null) ? null : [.. read.OfType<BookingStatus>()];
    }

    private static (bool IsRead, Guid? Id)? ReadId(string? text) =>
        text is null ? (true, null) : Guid.TryParse(text, out var id) ? (true, id) : (false, null);

    private static BookingCursor? Cursor(string? text) => BookingCursor.TryParse(text, out var cursor) ? cursor : null;

    private static IResult Bad(string parameter, string what) =>
        StaffCalls.Answer(new ApiError($"{parameter} {what}", parameter), StatusCodes.Status400BadRequest);
}
