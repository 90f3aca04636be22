using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Organizations;

public sealed class Organization
{
    public required Guid Id { get; init; }

    /// <summary>The word in addresses: <c>/book/{slug}</c>. Lower-case letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required DateTimeZone Zone { get; set; }

    /// <summary>On: every visitor waits until a host lets them in. Off: visitors inside the join window go straight in.</summary>
    public required bool WaitingRoomEnabled { get; set; }

    /// <summary>A visitor who waits may write to the host, and the host may answer, before being let in.</summary>
    public bool ChatAtTheDoor { get; set; } = true;

    /// <summary>How long after the start a visitor waits for a host before being offered other ways; whole minutes.</summary>
    public Duration LateHostAfter { get; set; } = Duration.FromMinutes(5);

    /// <summary>How long a visitor who was turned away has to wait before asking again; whole minutes, zero for not at all.</summary>
    public Duration AskAgainAfter { get; set; } = Participant.RetryAfter;

    /// <summary>ISO 4217, upper case; what prices are in.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>The lowest price of a session, in minor units (X8).</summary>
    public long LowestPrice { get; set; } = 1_00;

    /// <summary>The highest price of a session, in minor units (X8).</summary>
    public long HighestPrice { get; set; } = 250_00;

    /// <summary>How long an open form keeps its time from others; whole minutes.</summary>
    public Duration HoldLength { get; set; } = Duration.FromMinutes(5);

    /// <summary>How long before a meeting everybody in it is reminded, the longest first; none: nobody is.</summary>
    public IReadOnlyList<Duration> Reminders { get; set; } = Portal.Core.Organizations.Reminders.Usual;

    /// <summary>What is written in a call is kept with the meeting.</summary>
    public bool KeepsCallChat { get; set; } = true;

    /// <summary>Members may record a call on their own computer; everybody in it sees a notice meanwhile.</summary>
    public bool AllowsLocalRecording { get; set; }

    /// <summary>The id of the provider of its calls; null for the portal's default.</summary>
    public string? VideoProvider { get; set; }

    /// <summary>Hosts may record calls where the provider can.</summary>
    public bool RecordsCalls { get; set; }
}
