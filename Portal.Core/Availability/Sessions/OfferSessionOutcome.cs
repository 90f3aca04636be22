using NodaTime;
using Portal.Core.Payments;

namespace Portal.Core.Availability.Sessions;

public abstract record OfferSessionOutcome
{
    private OfferSessionOutcome()
    {
    }

    public sealed record Offered(OfferedSession Session) : OfferSessionOutcome;

    public sealed record EndsBeforeItBegins : OfferSessionOutcome;

    public sealed record TimeIsPast : OfferSessionOutcome;

    /// <param name="Last">The last date the meeting type can be booked on today.</param>
    public sealed record TooFarAhead(LocalDate Last) : OfferSessionOutcome;

    /// <param name="At">What the host's clock skips.</param>
    public sealed record TimeDoesNotExist(LocalDateTime At) : OfferSessionOutcome;

    /// <summary>Both limits may be asked for (X8).</summary>
    public sealed record PriceOutsideLimits(Money Lowest, Money Highest) : OfferSessionOutcome;

    public sealed record OverlapsSession(Instant Start, Instant End) : OfferSessionOutcome;

    /// <summary>Something is booked there already, so the session could not be.</summary>
    /// <param name="Start">With buffers.</param>
    /// <param name="End">With buffers.</param>
    public sealed record OverlapsMeeting(Instant Start, Instant End) : OfferSessionOutcome;

    public sealed record MeetingTypeNotFound : OfferSessionOutcome;
}
