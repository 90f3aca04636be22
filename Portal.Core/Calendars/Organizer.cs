namespace Portal.Core.Calendars;

/// <param name="Email">Answers of the attendees go here.</param>
public sealed record Organizer(string Email, string CommonName);
