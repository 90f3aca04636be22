namespace Portal.Core.Availability.Editing;

public abstract record AddTimeOffOutcome
{
    private AddTimeOffOutcome()
    {
    }

    /// <param name="Meetings">What is booked on these days; it stays booked.</param>
    public sealed record Added(int Meetings) : AddTimeOffOutcome;

    public sealed record EndsBeforeItBegins : AddTimeOffOutcome;

    /// <summary>More than <see cref="AddTimeOff.MostDays"/>.</summary>
    public sealed record TooLong : AddTimeOffOutcome;

    public sealed record IsPast : AddTimeOffOutcome;

    public sealed record ScheduleNotFound : AddTimeOffOutcome;
}
