namespace Portal.Core.Calendars;

/// <summary>METHOD values (RFC 5546).</summary>
public static class CalendarMethods
{
    /// <summary>For keeping, without an answer.</summary>
    public const string Publish = "PUBLISH";

    public const string Request = "REQUEST";

    public const string Cancel = "CANCEL";
}
