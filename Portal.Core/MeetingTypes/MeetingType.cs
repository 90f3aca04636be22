using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;

namespace Portal.Core.MeetingTypes;

public sealed class MeetingType
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public Organization? Organization { get; init; }

    /// <summary>The word in addresses, unique within the organisation.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public required Duration Length { get; set; }

    /// <summary>Distance between two offered starts.</summary>
    public required Duration Increment { get; set; }

    public Duration BufferBefore { get; set; }

    public Duration BufferAfter { get; set; }

    /// <summary>The shortest time between booking and start.</summary>
    public Duration MinimumNotice { get; set; }

    /// <summary>How many days ahead of today times are offered, in the host's zone.</summary>
    public required int HorizonDays { get; set; }

    public required HostAssignment Assignment { get; set; }

    /// <summary>Order on the organisation's booking page, from 0.</summary>
    public int Position { get; set; }

    public List<MeetingTypeHost> Hosts { get; init; } = [];

    /// <summary>The hosts who may be given a meeting of this type, in their order.</summary>
    public IEnumerable<Guid> CandidateHosts()
    {
        var ordered = Hosts.OrderBy(host => host.Position).Select(host => host.HostId);
        return Assignment == HostAssignment.OneHost ? ordered.Take(1) : ordered;
    }

    /// <summary>What the engine needs; the organisation must be loaded.</summary>
    public Schedule ScheduleFor(IReadOnlyList<HostHours> hosts) => new(Rules(), hosts, Organization!.Zone);

    public SlotRules Rules() => new()
    {
        Length = Length,
        Increment = Increment,
        BufferBefore = BufferBefore,
        BufferAfter = BufferAfter,
        MinimumNotice = MinimumNotice,
        HorizonDays = HorizonDays,
    };
}
