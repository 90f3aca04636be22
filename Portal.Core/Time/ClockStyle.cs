namespace Portal.Core.Time;

/// <summary>How a person reads the time of day; <see cref="ClockStyles"/> knows which language reads it how.</summary>
public enum ClockStyle
{
    /// <summary><c>14:00</c></summary>
    TwentyFourHours,

    /// <summary><c>2:00 PM</c></summary>
    TwelveHours,
}
