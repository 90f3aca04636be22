namespace Portal.Core.Bookings;

public abstract record FindCalendarOutcome
{
    private FindCalendarOutcome()
    {
    }

    public sealed record Found(StaffCalendar Calendar) : FindCalendarOutcome;

    /// <summary>Only admins see calendars of others.</summary>
    public sealed record NotYours : FindCalendarOutcome;

    /// <summary>Nobody of this organisation holds meetings under this id.</summary>
    public sealed record HostNotFound : FindCalendarOutcome;
}
