using Portal.Core.Bookings;

namespace Portal.Web.Pages.Meetings;

/// <summary>How a meeting that cannot be joined any more came to its end, for its visitor.</summary>
public sealed record EndingWords(string Title, string Text)
{
    public static EndingWords Of(BookingStatus status, string hostName, string organizationName) => status switch
    {
        BookingStatus.Cancelled => new("This meeting was cancelled", "It will not take place. Everybody in it was told."),
        BookingStatus.Rejected => new("This meeting was declined", $"{organizationName} could not take it."),
        BookingStatus.Expired => new("This booking lapsed", "It was not confirmed in time."),
        BookingStatus.NoShow => new("This meeting did not take place", $"You and {hostName} did not meet."),
        BookingStatus.Completed => new("This meeting is over", $"Thank you for talking with {organizationName}."),
        _ => new("The time of this meeting has passed", "It can no longer be joined."),
    };
}
