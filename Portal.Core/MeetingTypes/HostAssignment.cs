namespace Portal.Core.MeetingTypes;

/// <summary>Who holds a meeting of a type that has several hosts.</summary>
public enum HostAssignment
{
    /// <summary>Always the first host.</summary>
    OneHost,

    /// <summary>Of the hosts free at the chosen time, the one who was given a meeting longest ago.</summary>
    RoundRobin,
}
