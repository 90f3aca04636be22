namespace Portal.Core.Notifications;

/// <summary>What an outbox row carries. <see cref="Kind"/> is stored: never change one that has been released.</summary>
public interface IMessage
{
    static abstract string Kind { get; }
}
