using Portal.Core.Bookings;

namespace Portal.Web.Pages.Shared;

/// <summary>Why a meeting was not given to another host.</summary>
internal static class ReassignWords
{
    public static string Of(ReassignBookingOutcome outcome) => outcome switch
    {
        ReassignBookingOutcome.HostNotFree busy => $"{busy.HostName} has something else then.",
        ReassignBookingOutcome.NobodyFree => "Nobody else is free then.",
        ReassignBookingOutcome.NotEligible => "They hold it already, or hold no meetings of this kind.",
        ReassignBookingOutcome.HostChanged changed => $"A colleague was faster: {changed.HostName} holds it now.",
        _ => "It is not confirmed yet, is over or was called off.",
    };
}
