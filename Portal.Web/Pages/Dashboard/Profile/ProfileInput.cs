using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Pages.Dashboard.Profile;

/// <summary>A public profile as typed.</summary>
public sealed class ProfileInput
{
    [Display(Name = "Address")]
    public string? Slug { get; set; }

    [StringLength(4000, ErrorMessage = "Keep the text to 4000 characters."), Display(Name = "About you")]
    public string? Text { get; set; }

    public IFormFile? Photo { get; set; }

    [Display(Name = "Remove the picture")]
    public bool RemovesPhoto { get; set; }
}
