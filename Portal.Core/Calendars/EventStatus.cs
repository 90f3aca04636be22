namespace Portal.Core.Calendars;

/// <summary>STATUS values of an event.</summary>
public static class EventStatus
{
    public const string Confirmed = "CONFIRMED";

    public const string Cancelled = "CANCELLED";
}
