namespace Portal.Core.Notifications;

/// <summary>Whom a template speaks to.</summary>
internal enum MailAudience
{
    Visitor,
    Staff,
}
