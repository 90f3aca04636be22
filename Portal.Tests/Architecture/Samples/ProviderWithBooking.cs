using Portal.Core.Bookings;

namespace Portal.Tests.Architecture.Samples;

internal static class ProviderWithBooking
{
    /// <summary>Its signature knows nobody.</summary>
    public static bool IsFinal(object status) => ((BookingStatus)status).IsFinal();
}
