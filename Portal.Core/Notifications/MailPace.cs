namespace Portal.Core.Notifications;

/// <summary>
/// How many mails this process sends at a time: one in the beginning, more the more it has sent. What a process has in hand
/// when it is killed is sent again, and most that are killed have just begun, while all they do is slow.
/// </summary>
public sealed class MailPace
{
    public const int MostLanes = 4;

    /// <summary>What one lane is given at a time, and has sent before another is opened beside it.</summary>
    public const int MailsOfLane = 50;

    private long sent;

    /// <summary>Connections to the mail server, each with a worker of its own.</summary>
    public int Lanes => (int)Math.Min(MostLanes, 1 + (Interlocked.Read(ref sent) / MailsOfLane));

    public void NoteSent(int mails) => Interlocked.Add(ref sent, mails);
}
