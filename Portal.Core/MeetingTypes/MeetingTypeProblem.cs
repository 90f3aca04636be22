namespace Portal.Core.MeetingTypes;

/// <summary>What is wrong with one value of a draft.</summary>
public enum MeetingTypeProblemKind
{
    Missing,
    TooLong,
    OutOfRange,
    Repeated,
    Malformed,

    /// <summary>Another type of the organisation has it.</summary>
    Taken,

    /// <summary>The booking page itself uses the word.</summary>
    Reserved,
    BeforeFirstDay,

    /// <summary>Nobody of the organisation who may hold meetings.</summary>
    NotAHost,
    /// <summary>Its account is missing, or nobody knows it.</summary>
    NotConfigured,
    TooFew,
    TooMany,
}

/// <param name="Field">A property of <see cref="MeetingTypeDraft"/>, or a value inside one: <c>Questions[0].Label</c>.</param>
/// <param name="Least">The smallest value or number allowed; minutes where the field is a duration.</param>
/// <param name="Most">The largest value, number or length allowed; minutes where the field is a duration.</param>
public sealed record MeetingTypeProblem(string Field, MeetingTypeProblemKind Kind, int Least = 0, int Most = 0);
