using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Time;

namespace Portal.Web.Pages.Shared;

/// <summary>An answer as people read it; always to be encoded like anything typed.</summary>
public static class AnswerWords
{
    public static string Of(BookingAnswer answer) => answer.Kind switch
    {
        QuestionKind.YesNo => answer.Value == "yes" ? "Yes" : "No",
        QuestionKind.Date => LocalDatePattern.Iso.Parse(answer.Value) is { Success: true, Value: var date }
            ? $"{MeetingTime.Day(date)} {date.Year}"
            : answer.Value,
        _ => answer.Value,
    };
}
