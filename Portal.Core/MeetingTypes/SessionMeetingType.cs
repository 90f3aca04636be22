using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.MeetingTypes;

/// <summary>What the single sessions of one professional are booked under. Their own, because a visitor chooses the person with the time.</summary>
internal static class SessionMeetingType
{
    private const int HorizonDays = 365;

    /// <param name="host">With organisation and user.</param>
    /// <param name="length">Of the first session; each has its own.</param>
    /// <param name="isTaken">Whether the organisation has a type with this word already.</param>
    public static MeetingType Of(Member host, Duration length, Func<string, bool> isTaken)
    {
        var id = Guid.CreateVersion7();
        var slug = Organizations.Slug.From($"session with {host.User!.DisplayName}") ?? "session";
        return new MeetingType
        {
            Id = id,
            OrganizationId = host.OrganizationId,
            Slug = isTaken(slug) ? $"session-{id:N}" : slug,
            Name = "Session",
            Description = $"A single session with {host.User.DisplayName}.",
            Length = length,
            Increment = length,
            HorizonDays = HorizonDays,
            Assignment = HostAssignment.OneHost,
            SessionsOnly = true,
            // after everything an admin has put in order
            Position = 1000,
            Hosts = [new MeetingTypeHost { HostId = host.UserId, Position = 0 }],
        };
    }
}
