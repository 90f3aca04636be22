using System.ComponentModel.DataAnnotations;
using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Days off as typed.</summary>
public sealed class TimeOffInput
{
    [Required(ErrorMessage = "Choose the first day."), Display(Name = "From")]
    public DateOnly? FirstDay { get; set; }

    [Required(ErrorMessage = "Choose the last day; for a single day it is the same."), Display(Name = "Until and including")]
    public DateOnly? LastDay { get; set; }

    [StringLength(200, ErrorMessage = "Keep the note to 200 characters.")]
    public string? Note { get; set; }

    /// <summary>Valid input as the use case takes it.</summary>
    public AddTimeOffRequest ToRequest(HostKey host, Actor by) => new(
        host, LocalDate.FromDateOnly(FirstDay!.Value), LocalDate.FromDateOnly(LastDay!.Value), string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), by);
}
