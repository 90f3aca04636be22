using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Book;

/// <summary>What a visitor types to book.</summary>
public sealed class BookingInput
{
    [Required(ErrorMessage = "Tell us your name, so that we know who we are meeting.")]
    [StringLength(200, ErrorMessage = "Names have room for 200 characters here.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Give an email address: the confirmation and your link to the meeting go there.")]
    [StringLength(254, ErrorMessage = "Email addresses have at most 254 characters.")]
    [EmailInbox(ErrorMessage = "Write an address like name@example.org, so that the confirmation reaches you.")]
    public string? Email { get; set; }

    [StringLength(4000, ErrorMessage = "Notes have room for 4,000 characters. You can tell the rest when you meet.")]
    public string? Notes { get; set; }

    /// <summary>Email addresses, however they are separated.</summary>
    [StringLength(4000, ErrorMessage = "There is room for 10 guests.")]
    public string? Guests { get; set; }

    /// <summary>By the key of the question.</summary>
    public Dictionary<string, List<string?>> Answers { get; set; } = [];

    /// <summary>Nobody sees it; only programs that fill in everything do.</summary>
    public string? Website { get; set; }

    /// <summary>The same for every sending of this form (R11).</summary>
    public Guid? Request { get; set; }

    /// <summary>What was typed, or else what the link that led here fills in.</summary>
    public IReadOnlyList<string> AnswerTo(string key, SlotQuery query) =>
        Answers.TryGetValue(key, out var typed) ? [.. typed.OfType<string>()] : query.PrefilledAnswers(key);

    /// <summary>A form not typed into yet: what the link says, and a key of its own.</summary>
    public void FillIn(SlotQuery query)
    {
        (Name, Email, Notes, Guests) = (query.Prefilled("name"), query.Prefilled("email"), query.Prefilled("notes"), query.Prefilled("guests"));
        Request = Guid.NewGuid();
    }

    /// <summary>Whoever filled in what people do not see is asked to send the form again; it is empty then.</summary>
    public void RefuseWebsite(ModelStateDictionary problems)
    {
        if (string.IsNullOrEmpty(Website))
            return;
        problems.Remove("Input.Website");
        problems.AddModelError("", "A field that people do not see was filled in. It is empty again; please send the form once more.");
    }

    /// <summary>What is sent next is another request.</summary>
    public void StartAnew(ModelStateDictionary problems)
    {
        problems.Remove("Input.Request");
        Request = Guid.NewGuid();
    }

    /// <summary>Valid input as the use case takes it.</summary>
    public BookSlotRequest ToRequest(string organization, string type, SlotQuery query, DateTimeZone zone, Holder? holder) => new(
        organization, type, query.Time!.Value, zone, Name!.Trim(), Email!.Trim(), Notes?.Trim() ?? "", query.Article)
    {
        Length = query.Length,
        LinkKey = query.Key,
        Answers = Answers.ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer.Value.OfType<string>()]),
        Guests = (Guests ?? "").Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
        RequestKey = Request,
        Holder = holder,
    };
}
