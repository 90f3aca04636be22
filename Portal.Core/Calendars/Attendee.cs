namespace Portal.Core.Calendars;

/// <summary>A required participant; the address must be the one the mail goes to, or clients offer no buttons.</summary>
/// <param name="Rsvp">Ask for an answer.</param>
public sealed record Attendee(string Email, string CommonName, bool Rsvp);
