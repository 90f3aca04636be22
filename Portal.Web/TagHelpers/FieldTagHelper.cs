using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Name" autocomplete="name" /&gt;</c>: label, control, hint and validation message, tied together for
/// eyes and for screen readers. <c>rows</c> makes it a text area, <c>items</c> a select, a bool a checkbox.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Default: the display name of the property, or its name in words.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Default: what the property's type and attributes say, else text.</summary>
    public string? Type { get; set; }

    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var required = output.Attributes.ContainsName("required") || (For.Metadata.IsRequired && !IsCheckbox);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, generator.IdAttributeDotReplacement);
        var error = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var control = Control(PassedOn(output), id, error, required);
        var label = LabelFor(id, isOptional: !required && !IsCheckbox);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.MergeClass(IsCheckbox ? "field field-check" : "field");
        output.Content.AppendHtml(IsCheckbox ? control : label).AppendHtml(IsCheckbox ? label : control);
        if (Hint is not null)
            output.Content.AppendHtml(Paragraph($"{id}-hint", "field-hint", Hint));
        if (error is not null)
            output.Content.AppendHtml(Paragraph($"{id}-error", "field-error", error, IconSheet.Icon("circle-alert")));
        if (IsCheckbox)
            output.PostElement.AppendHtml(generator.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
    }

    private bool IsCheckbox => For.ModelExplorer.ModelType == typeof(bool);

    private static Dictionary<string, object?> PassedOn(TagHelperOutput output)
    {
        var passedOn = output.Attributes.Where(a => a.Name != "class").ToDictionary(a => a.Name, a => (object?)a.Value?.ToString());
        foreach (var name in passedOn.Keys)
            output.Attributes.RemoveAll(name);
        return passedOn;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes, string id, string? error, bool required)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.Where(x => x is not null));
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (error is not null)
            attributes["aria-invalid"] = "true";
        if (required)
            attributes["required"] = "required";

        var control = FieldControl.For(generator, ViewContext, For, Type, Rows, Items, attributes);
        // Portal validates on the server and in the browser's own way: nothing reads these
        foreach (var unread in control.Attributes.Keys.Where(k => k.StartsWith("data-val", StringComparison.Ordinal)).ToList())
            control.Attributes.Remove(unread);
        return control;
    }

    private TagBuilder LabelFor(string id, bool isOptional)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("field-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label ?? For.Metadata.DisplayName ?? FieldControl.InWords(For.Metadata.Name ?? For.Name));
        if (isOptional)
            label.InnerHtml.AppendHtml(" <span class=\"field-optional\">optional</span>");
        return label;
    }

    private static TagBuilder Paragraph(string id, string cssClass, string text, IHtmlContent? icon = null)
    {
        var paragraph = new TagBuilder("p");
        paragraph.Attributes["id"] = id;
        paragraph.AddCssClass(cssClass);
        if (icon is not null)
            paragraph.InnerHtml.AppendHtml(icon);
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
