using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Rules;

namespace Portal.Web.Pages.Book;

/// <summary>What a visitor is told when the form, not the time, is the reason.</summary>
public static class BookingRefusals
{
    /// <returns>False for an outcome the form cannot mend.</returns>
    public static bool AddTo(ModelStateDictionary state, BookSlotOutcome outcome)
    {
        switch (outcome)
        {
            case BookSlotOutcome.AnswersRefused refused:
                foreach (var (key, kind) in refused.Problems)
                    state.AddModelError(NameOf(key), WordsOf(kind));
                return true;
            case BookSlotOutcome.GuestsRefused { Wrong: [var wrong, ..] }:
                state.AddModelError("Input.Guests", $"“{wrong}” is not an email address. Write addresses like name@example.org, one to a line.");
                return true;
            case BookSlotOutcome.GuestsRefused many:
                state.AddModelError("Input.Guests", $"You can bring up to {many.Most} guests.");
                return true;
            case BookSlotOutcome.TooManyUpcoming most:
                state.AddModelError("", most.Most == 1
                    ? "There is already a meeting of this kind to come for this email address. Move or cancel that one first; its confirmation has the link."
                    : $"There are already {most.Most} meetings of this kind to come for this email address. Move or cancel one of them first.");
                return true;
            case BookSlotOutcome.KeyReused:
                state.AddModelError("", "You sent this form before, and that meeting is booked. Send it again to book one more.");
                return true;
            default:
                return false;
        }
    }

    public static string NameOf(string key) => $"Input.Answers[{key}]";

    internal static string WordsOf(AnswerProblemKind kind) => kind switch
    {
        AnswerProblemKind.Missing => "Please answer this one.",
        AnswerProblemKind.TooLong => "That is longer than there is room for.",
        AnswerProblemKind.NotAChoice => "Choose one of the answers offered.",
        AnswerProblemKind.NotAPhoneNumber => "Write a phone number with its area code, like +49 30 1234567.",
        AnswerProblemKind.NotANumber => "Write a number, like 12 or 12.5.",
        _ => "Choose a date.",
    };
}
