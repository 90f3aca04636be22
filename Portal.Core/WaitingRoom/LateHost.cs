using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>When a host counts as late (N5), as far as it can be told without looking whether they are there.</summary>
public static class LateHost
{
    /// <summary>From this moment on, unless they come.</summary>
    /// <param name="handedOverAt">A colleague who took the meeting over is given the same time to come.</param>
    /// <param name="hostMessageAt">Who asked for patience knows of the visitor, and is given the same time again.</param>
    /// <param name="after">The organisation's <see cref="Organizations.Organization.LateHostAfter"/>.</param>
    public static Instant LateFrom(Instant startsAt, Instant? handedOverAt, Instant? hostMessageAt, Duration after)
    {
        var expected = startsAt;
        if (handedOverAt > expected)
            expected = handedOverAt.Value;
        if (hostMessageAt > expected)
            expected = hostMessageAt.Value;
        return expected + after;
    }
}
