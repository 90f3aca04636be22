using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.TagHelpers;

/// <summary>Which control a property is typed into.</summary>
internal static class FieldControl
{
    public static TagBuilder For(IHtmlGenerator generator, ViewContext view, ModelExpression property, string? type, int rows,
        IEnumerable<SelectListItem>? items, Dictionary<string, object?> attributes)
    {
        var explorer = property.ModelExplorer;
        if (items is not null)
            return generator.GenerateSelect(view, explorer, null, property.Name, items, false, With(attributes, "select"));
        if (rows > 0)
            return generator.GenerateTextArea(view, explorer, property.Name, rows, 0, With(attributes, "textarea"));
        if (explorer.ModelType == typeof(bool))
        {
            ForgetUnreadable(view, property.Name);
            return generator.GenerateCheckBox(view, explorer, property.Name, (bool?)property.Model, With(attributes, "checkbox"));
        }

        type ??= InputType(explorer);
        attributes["type"] = type;
        return type == "password"
            ? generator.GeneratePassword(view, explorer, property.Name, null, With(attributes, "input"))
            : generator.GenerateTextBox(view, explorer, property.Name, property.Model, null, With(attributes, "input"));
    }

    /// <summary><c>CompanyName</c> as "Company name".</summary>
    public static string InWords(string propertyName)
    {
        var words = new StringBuilder(propertyName[(propertyName.LastIndexOf('.') + 1)..]);
        for (var i = words.Length - 1; i > 0; i--)
            if (char.IsUpper(words[i]) && !char.IsUpper(words[i - 1]))
            {
                words[i] = char.ToLower(words[i], CultureInfo.InvariantCulture);
                words.Insert(i, ' ');
            }
        return words.ToString();
    }

    // a check box would be drawn from what was sent, and fail on what is neither true nor false
    private static void ForgetUnreadable(ViewContext view, string name)
    {
        if (view.ViewData.ModelState.TryGetValue(view.ViewData.TemplateInfo.GetFullHtmlFieldName(name), out var sent)
            && sent is { ValidationState: ModelValidationState.Invalid })
            sent.RawValue = null;
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> attributes, string cssClass)
    {
        attributes["class"] = cssClass;
        return attributes;
    }

    private static string InputType(ModelExplorer explorer) => explorer.Metadata.DataTypeName switch
    {
        "EmailAddress" => "email",
        "PhoneNumber" => "tel",
        "Url" => "url",
        "Password" => "password",
        "Date" => "date",
        "Time" => "time",
        _ => (Nullable.GetUnderlyingType(explorer.ModelType) ?? explorer.ModelType) switch
        {
            var t when t == typeof(DateOnly) => "date",
            var t when t == typeof(TimeOnly) => "time",
            var t when t == typeof(int) || t == typeof(long) || t == typeof(decimal) => "number",
            _ => "text",
        },
    };
}
