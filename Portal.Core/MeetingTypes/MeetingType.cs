using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.MeetingTypes;

/// <summary>What can be booked: how long, with whom, when, and on what terms. Durations are whole minutes.</summary>
public sealed class MeetingType
{
    // 144 bits: nobody guesses one, and base64url needs no padding
    private const int LinkKeyBytes = 18;

    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Organization? Organization { get; init; }

    /// <summary>The word in addresses, unique within the organisation.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Order on the organisation's booking page, from 0.</summary>
    public int Position { get; set; }

    public MeetingTypeVisibility Visibility { get; set; }

    /// <summary>What the private link carries; null for none. A hidden type keeps it, and has the same link when shown again.</summary>
    public string? LinkKey { get; set; }

    /// <summary>The usual length; the only one unless <see cref="FurtherLengths"/> offers more.</summary>
    public required Duration Length { get; set; }

    public IReadOnlyList<Duration> FurtherLengths { get; set; } = [];

    /// <summary>Distance between two offered starts.</summary>
    public required Duration Increment { get; set; }

    /// <summary>The first start comes this long after each range of hours begins: 10 minutes for 09:10, 09:40 …</summary>
    public Duration StartOffset { get; set; }

    public Duration BufferBefore { get; set; }

    public Duration BufferAfter { get; set; }

    /// <summary>The shortest time between booking and start.</summary>
    public Duration MinimumNotice { get; set; }

    /// <summary>How many days ahead of today times are offered, in the host's zone.</summary>
    public required int HorizonDays { get; set; }

    /// <summary>No time before this day of the organisation's zone; null for none.</summary>
    public LocalDate? FirstDay { get; set; }

    /// <summary>No time after this day of the organisation's zone; null for none.</summary>
    public LocalDate? LastDay { get; set; }

    /// <summary>The most meetings of this type in a day of the organisation's zone; null for any number.</summary>
    public int? MostPerDay { get; set; }

    /// <summary>The most meetings of this type from Monday to Sunday; null for any number.</summary>
    public int? MostPerWeek { get; set; }

    /// <summary>How many visitors one meeting takes; above 1 it is a group meeting.</summary>
    public int Capacity { get; set; } = 1;

    /// <summary>Offered at the hosts' one-off session slots only, not in their weekly hours.</summary>
    public bool SessionsOnly { get; set; }

    public required HostAssignment Assignment { get; set; }

    /// <summary>A booking claims the time at once, but stands only when a host or an admin approves it.</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>The id of the provider of its calls; null for the organisation's.</summary>
    public string? VideoProvider { get; set; }

    public MeetingPolicy Policy { get; set; } = new();

    public List<MeetingTypeHost> Hosts { get; init; } = [];

    public List<MeetingQuestion> Questions { get; init; } = [];

    /// <summary>Of two people who edit the type at once, the second is told; and what was computed from an older one is stale.</summary>
    public int Version { get; private set; }

    /// <summary>Every length a visitor may choose, the usual one first.</summary>
    public IEnumerable<Duration> Lengths => FurtherLengths.Prepend(Length);

    /// <summary>The hosts who may be given a meeting of this type, in their order.</summary>
    public IEnumerable<Guid> CandidateHosts()
    {
        var ordered = Hosts.OrderBy(host => host.Position).Select(host => host.HostId);
        return Assignment == HostAssignment.OneHost ? ordered.Take(1) : ordered;
    }

    /// <summary>A type that opens by link has one from then on; one that everybody finds has none.</summary>
    public void ShowTo(MeetingTypeVisibility visibility)
    {
        Visibility = visibility;
        if (visibility == MeetingTypeVisibility.Listed)
            LinkKey = null;
        else if (visibility == MeetingTypeVisibility.ByLink && LinkKey is null)
            RenewLink();
    }

    /// <summary>Whoever has the old private link finds nothing any more.</summary>
    public void RenewLink() => LinkKey = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkKeyBytes));

    /// <param name="key">What the visitor's address carries; null for none.</param>
    public bool OpensWith(string? key) => Visibility switch
    {
        MeetingTypeVisibility.Listed => true,
        MeetingTypeVisibility.ByLink => key is not null && LinkKey is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(LinkKey)),
        _ => false,
    };

    /// <summary>The length asked for if it is one of the type's, else the usual one.</summary>
    public Duration LengthOr(Duration? asked) => asked is { } length && Lengths.Contains(length) ? length : Length;
}
