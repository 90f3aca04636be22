using System.ComponentModel.DataAnnotations;

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

    /// <summary>Nobody sees it; only programs that fill in everything do.</summary>
    public string? Website { get; set; }
}
