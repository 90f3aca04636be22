namespace Portal.Core.MeetingTypes;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    ShortText,
    LongText,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Any number of the choices.</summary>
    Choices,
    YesNo,
    Phone,
    Number,
    Date,
}
