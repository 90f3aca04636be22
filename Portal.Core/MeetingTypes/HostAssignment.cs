namespace Portal.Core.MeetingTypes;

/// <summary>Who holds a meeting of a type that has several hosts.</summary>
public enum HostAssignment
{
    /// <summary>Always the first host.</summary>
    OneHost,

    /// <summary>Of the hosts free at the chosen time, the one idle longest; a weight of 2 counts idle time twice.</summary>
    RoundRobin,

    /// <summary>All of them together: a time is offered when every host is free.</summary>
    Collective,
}
