using System.ComponentModel.DataAnnotations;
using Portal.Web.Pages.Book;

namespace Portal.Web.Pages.Dashboard;

/// <summary>Who is asked to a call that begins now.</summary>
public sealed class InviteInput
{
    [Required(ErrorMessage = "Give an email address: the invitation goes there.")]
    [StringLength(254, ErrorMessage = "Email addresses have at most 254 characters.")]
    [EmailInbox(ErrorMessage = "Write an address like name@example.org.")]
    public string? Email { get; set; }

    [StringLength(200, ErrorMessage = "Names have room for 200 characters here.")]
    public string? Name { get; set; }

    [StringLength(1000, ErrorMessage = "There is room for 1,000 characters.")]
    public string? Message { get; set; }

    /// <summary>Its word in addresses; empty for the host's first.</summary>
    public string? MeetingType { get; set; }

    /// <summary>Null for whoever invites.</summary>
    public Guid? HostId { get; set; }
}
