using System.ComponentModel.DataAnnotations;
using Portal.Core.Organizations;

namespace Portal.Web.Pages.Setup;

/// <summary>What whoever sets the portal up fills in.</summary>
public sealed class SetupInput
{
    [Required(ErrorMessage = "Enter the one-time code from the log."), Display(Name = "One-time code")]
    public string Code { get; set; } = "";

    [Required(ErrorMessage = "Enter the organisation's name."), StringLength(200, ErrorMessage = "Keep it to 200 characters."), Display(Name = "Organisation")]
    public string Organization { get; set; } = "";

    [CustomValidation(typeof(SetupInput), nameof(CheckSlug)), Display(Name = "Word in addresses")]
    public string? Slug { get; set; }

    [CustomValidation(typeof(SetupInput), nameof(CheckZone)), Required(ErrorMessage = "Choose the organisation's time zone."), Display(Name = "Time zone")]
    public string Zone { get; set; } = "";

    [Required(ErrorMessage = "Enter your name."), StringLength(200, ErrorMessage = "Keep it to 200 characters."), Display(Name = "Your name")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Enter your email address."), EmailAddress(ErrorMessage = "Write an address like name@example.org."), StringLength(254)]
    public string Email { get; set; } = "";

    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [MinLength(AccountRules.PasswordLength, ErrorMessage = "Take at least 10 characters; a short sentence is easy to remember.")]
    public string Password { get; set; } = "";

    /// <summary>The word typed, or else one made of the name; null when neither does.</summary>
    public string? ChosenSlug() =>
        string.IsNullOrWhiteSpace(Slug)
            ? Core.Organizations.Slug.From(Organization)
            : Core.Organizations.Slug.IsValid(Slug.Trim()) ? Slug.Trim() : null;

    // not IValidatableObject, which would keep quiet until every other field is right
    public static ValidationResult? CheckSlug(string? slug, ValidationContext context)
    {
        var input = (SetupInput)context.ObjectInstance;
        // without a name there is nothing to make the word of, and the name says so itself
        if (string.IsNullOrWhiteSpace(slug) && string.IsNullOrWhiteSpace(input.Organization))
            return ValidationResult.Success;
        if (input.ChosenSlug() is not null)
            return ValidationResult.Success;
        return new ValidationResult(string.IsNullOrWhiteSpace(slug)
            ? "No word can be made of the name: choose one of lower-case letters, digits and hyphens."
            : "Use 3 to 64 lower-case letters, digits and hyphens, such as acme-support.");
    }

    public static ValidationResult? CheckZone(string zone, ValidationContext _) =>
        string.IsNullOrEmpty(zone) || Core.Time.Zones.TryFind(zone, out var _)
            ? ValidationResult.Success
            : new ValidationResult("Choose a time zone from the list.");
}
