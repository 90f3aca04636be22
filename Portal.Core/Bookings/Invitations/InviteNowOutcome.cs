using NodaTime;

namespace Portal.Core.Bookings.Invitations;

public abstract record InviteNowOutcome
{
    private InviteNowOutcome()
    {
    }

    /// <param name="Token">Of a link that sees and joins, beside the one in the mail; stored nowhere.</param>
    public sealed record Invited(Guid BookingId, string Token) : InviteNowOutcome;

    /// <summary>Something takes the host's time, and the database lets nobody take it twice.</summary>
    /// <param name="With">Whom the host meets; null where it is nobody's business, or only held.</param>
    /// <param name="FreeUntil">The host is free now, and until then; null when not at all.</param>
    /// <param name="BusyUntil">When what stands in the way ends; null when it has ended meanwhile.</param>
    /// <param name="FreeColleagues">Who could hold it instead.</param>
    public sealed record HostBusy(
        string HostName, string? With, Instant? FreeUntil, Instant? BusyUntil, IReadOnlyList<FreeHost> FreeColleagues) : InviteNowOutcome;

    /// <summary>The organisation has no such member.</summary>
    public sealed record HostNotFound : InviteNowOutcome;

    public sealed record MeetingTypeNotFound : InviteNowOutcome;
}
