using System.Net.Mail;

namespace Portal.Core.Notifications;

/// <summary>A mail to one reader, ready to be sent.</summary>
/// <param name="Id">Of the outbox row; the Message-ID is made of it, so that a second delivery is known to be the same mail.</param>
/// <param name="To">As the reader typed it; a transport refuses what is no address.</param>
public sealed record OutgoingMail(
    Guid Id, MailAddress From, string ToName, string To, string Subject, string Text, string Html, CalendarPart? Calendar);
