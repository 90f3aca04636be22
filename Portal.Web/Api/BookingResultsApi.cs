using Portal.Core.Bookings.Afterwards;
using Portal.Web.Api.Document;

namespace Portal.Web.Api;

/// <summary>What is said of a booking that has begun: that nobody came, and what came of it.</summary>
public static class BookingResultsApi
{
    private const int LongestNote = 2000;

    public static void MapBookingResultsApi(this IEndpointRouteBuilder endpoints)
    {
        var booking = endpoints.MapGroup($"{BookingsApi.Path}/{{id:guid}}").WithTags("Bookings").CalledBy(ApiCallers.Members);
        booking.MapPost("/no-show", ReportNoShowAsync).WithName("reportNoShow").WithSummary("The visitor did not come")
            .Produces<BookingAnswerBody>().Refuses(403, 404, 409);
        booking.MapDelete("/no-show", TakeBackNoShowAsync).WithName("takeBackNoShow").WithSummary("It was no no-show; for a day after its end")
            .Produces<BookingAnswerBody>().Refuses(403, 404, 409);
        booking.MapPut("/result", NoteResultAsync).WithName("noteResult").WithSummary("What came of it")
            .Accepts<ResultBody>("application/json").Produces<BookingAnswerBody>().Refuses(403, 404, 409, 422);
    }

    private static Task<IResult> ReportNoShowAsync(HttpContext http, Guid id, ReportNoShow report) =>
        StaffCalls.AsChangingMemberAsync(http, async member =>
            await report.RunAsync(new ReportNoShowRequest(Reporter.Of(member), id), http.RequestAborted) switch
            {
                ReportNoShowOutcome.Reported => await BookingCalls.AnswerAsync(http, member, id),
                ReportNoShowOutcome.BookingNotFound => BookingCalls.NotFound(),
                ReportNoShowOutcome.NotYours => BookingCalls.NotYours(),
                ReportNoShowOutcome.TooEarly => StaffCalls.Error(StatusCodes.Status409Conflict, "It has not begun"),
                ReportNoShowOutcome.WasThere there => StaffCalls.Error(StatusCodes.Status409Conflict, $"{string.Join(", ", there.Names)} came"),
                _ => StaffCalls.Error(StatusCodes.Status409Conflict, "It was called off, is noted as missed already, or ended more than a day ago"),
            });

    private static Task<IResult> TakeBackNoShowAsync(HttpContext http, Guid id, TakeBackNoShow takeBack) =>
        StaffCalls.AsChangingMemberAsync(http, async member =>
            await takeBack.RunAsync(new ReportNoShowRequest(Reporter.Of(member), id), http.RequestAborted) switch
            {
                TakeBackNoShowOutcome.TakenBack => await BookingCalls.AnswerAsync(http, member, id),
                TakeBackNoShowOutcome.BookingNotFound => BookingCalls.NotFound(),
                TakeBackNoShowOutcome.NotYours => BookingCalls.NotYours(),
                _ => StaffCalls.Error(StatusCodes.Status409Conflict, "It is no no-show, or ended more than a day ago"),
            });

    private static Task<IResult> NoteResultAsync(HttpContext http, Guid id, NoteResult note) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<ResultBody>(http, async body =>
        {
            if (StaffCalls.NamesSomebodyElse(member, body.UserId))
                return StaffCalls.AccessDenied();
            var faults = new Faults();
            faults.Unless(body.Result is not null, "result", "Send solved, follow_up or not_solved.");
            faults.Unless(body.Note is not { Length: > LongestNote }, "note", "There is room for 2000 characters.");
            if (faults.Any)
                return StaffCalls.Invalid(faults.All);
            return await note.RunAsync(new NoteResultRequest(member, id, body.Result!.Value, body.Note), http.RequestAborted) switch
            {
                NoteResultOutcome.Noted => await BookingCalls.AnswerAsync(http, member, id),
                NoteResultOutcome.BookingNotFound => BookingCalls.NotFound(),
                NoteResultOutcome.NotYours => BookingCalls.NotYours(),
                _ => StaffCalls.Error(StatusCodes.Status409Conflict, "It has not begun, or was called off"),
            };
        }));
}
