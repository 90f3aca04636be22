namespace Portal.Core.Scheduling;

/// <summary>How many meetings a day, or a week from Monday to Sunday, may have before it offers no more; null is any number.</summary>
public readonly record struct MeetingLimit(int? PerDay, int? PerWeek);
