using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Portal.Web.Pages.Book;

/// <summary>An address a mail can be sent to, and nothing around it: no display name, no second address.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailInboxAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null or "" || (value is string text && MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim());
}
