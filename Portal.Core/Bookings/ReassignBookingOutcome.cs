using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

public abstract record ReassignBookingOutcome
{
    private ReassignBookingOutcome()
    {
    }

    public sealed record Reassigned(Guid HostId, string HostName) : ReassignBookingOutcome;

    /// <summary>Anybody would have done, and nobody is free.</summary>
    public sealed record NobodyFree : ReassignBookingOutcome;

    /// <summary>The host who was named has something else then.</summary>
    public sealed record HostNotFree(string HostName, IReadOnlyList<Reason> Reasons) : ReassignBookingOutcome;

    /// <summary>The host who was named holds it already, or does not hold meetings of this type.</summary>
    public sealed record NotEligible : ReassignBookingOutcome;

    /// <summary>A colleague was faster.</summary>
    public sealed record HostChanged(string HostName) : ReassignBookingOutcome;

    /// <summary>Over, called off, or not confirmed yet.</summary>
    public sealed record NotReassignable(BookingStatus Status) : ReassignBookingOutcome;

    public sealed record BookingNotFound : ReassignBookingOutcome;
}
