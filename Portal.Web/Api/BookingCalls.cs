using Portal.Core.Bookings;
using Portal.Core.Organizations;

namespace Portal.Web.Api;

/// <summary>What calls about one booking have in common: another organisation's does not exist, a colleague's is for admins.</summary>
internal static class BookingCalls
{
    public static async Task<IResult> WithBookingAsync(HttpContext http, CurrentMember member, Guid bookingId, Func<BookingDetails, IResult> act) =>
        await WithBookingAsync(http, member, bookingId, details => Task.FromResult(act(details)));

    public static async Task<IResult> WithBookingAsync(HttpContext http, CurrentMember member, Guid bookingId, Func<BookingDetails, Task<IResult>> act)
    {
        if (await FindAsync(http, member, bookingId) is not { } details)
            return NotFound();
        return member.MayChange(details.Booking) ? await act(details) : NotYours();
    }

    /// <summary>The booking as it is after a change.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, CurrentMember member, Guid bookingId) =>
        await FindAsync(http, member, bookingId) is { } details ? StaffCalls.Answer(BookingAnswerBody.Of(details)) : NotFound();

    public static IResult NotFound() => StaffCalls.Error(StatusCodes.Status404NotFound, "Booking not found");

    public static IResult NotYours() => StaffCalls.Error(StatusCodes.Status403Forbidden, "Only its hosts and admins may do this");

    private static Task<BookingDetails?> FindAsync(HttpContext http, CurrentMember member, Guid bookingId) =>
        http.RequestServices.GetRequiredService<FindBookingDetails>().RunAsync(member.OrganizationId, bookingId, http.RequestAborted);
}
