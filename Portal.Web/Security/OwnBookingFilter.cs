using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Core.Bookings;

namespace Portal.Web.Security;

/// <summary>
/// A page whose address names a booking (<c>{bookingId:guid}</c>) runs only for a member of the organisation it belongs to;
/// for everybody else the booking does not exist (C8). Of that organisation's members it is for its hosts and for admins.
/// The handler finds it by <see cref="BookingAccess.Booking"/>.
/// </summary>
public sealed class OwnBookingFilter : IAsyncPageFilter
{
    public const string RouteValue = "bookingId";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.RouteData.Values.TryGetValue(RouteValue, out var value))
        {
            var http = context.HttpContext;
            var member = http.Member();
            var details = Guid.TryParse(value as string, out var bookingId)
                ? await http.RequestServices.GetRequiredService<FindBookingDetails>().RunAsync(member.OrganizationId, bookingId, http.RequestAborted)
                : null;
            if (details is null)
            {
                context.Result = new NotFoundResult();
                return;
            }

            if (!member.MayChange(details.Booking))
            {
                context.Result = new ForbidResult();
                return;
            }

            http.SetBooking(details);
        }

        await next();
    }
}
