using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Pages.Dashboard.Sessions;

/// <summary>A single session as typed.</summary>
public sealed class SessionInput
{
    /// <summary>Null for the host's own type for sessions.</summary>
    [Display(Name = "Meeting type")]
    public Guid? MeetingType { get; set; }

    [Required(ErrorMessage = "Choose the date.")]
    public DateOnly? Date { get; set; }

    [Required(ErrorMessage = "Enter when it starts, such as 14:00.")]
    public TimeOnly? Start { get; set; }

    [Required(ErrorMessage = "Enter when it ends, such as 15:00.")]
    public TimeOnly? End { get; set; }

    [Required(ErrorMessage = "Enter the price.")]
    public string? Price { get; set; }
}
