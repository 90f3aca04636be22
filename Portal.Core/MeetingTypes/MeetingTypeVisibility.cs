namespace Portal.Core.MeetingTypes;

/// <summary>Who finds a meeting type.</summary>
public enum MeetingTypeVisibility
{
    /// <summary>Stands on the organisation's booking page.</summary>
    Listed,

    /// <summary>Only whoever has the private link, which carries <see cref="MeetingType.LinkKey"/>.</summary>
    ByLink,

    /// <summary>Nobody: it cannot be booked. What was booked stays.</summary>
    Hidden,
}
