namespace Portal.Core.Notifications;

/// <param name="Method">The METHOD of the content; a mail whose header says another is refused by Exchange.</param>
/// <param name="Content">iCalendar text.</param>
public sealed record CalendarPart(string Method, string Content);
