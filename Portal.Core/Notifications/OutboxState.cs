namespace Portal.Core.Notifications;

/// <summary>How far a mail got.</summary>
public enum OutboxState
{
    Waiting,
    Sent,
    GivenUp,
    Dropped,
}
