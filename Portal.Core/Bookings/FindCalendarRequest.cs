using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.Bookings;

/// <param name="By">Whose zone the days are meant in.</param>
/// <param name="Last">Is shown too.</param>
public sealed record FindCalendarRequest(CurrentMember By, CalendarOwner Owner, LocalDate First, LocalDate Last);

/// <summary>Whose calendar is looked at.</summary>
public abstract record CalendarOwner
{
    private CalendarOwner()
    {
    }

    /// <summary>The reader's own; everybody's for an admin who holds no meetings.</summary>
    public sealed record Own : CalendarOwner;

    /// <summary>For the host and for admins.</summary>
    public sealed record Host(Guid Id) : CalendarOwner;

    /// <summary>For admins.</summary>
    public sealed record Everybody : CalendarOwner;
}
