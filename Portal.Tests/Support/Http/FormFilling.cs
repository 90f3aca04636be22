using AngleSharp.Html.Dom;

namespace Portal.Tests.Support.Http;

internal static class FormFilling
{
    public static void Fill(IHtmlFormElement form, string name, string value)
    {
        var fields = form.Elements.Where(element => element.GetAttribute("name") == name).ToList();
        switch (fields.FirstOrDefault())
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" }:
                foreach (var choice in fields.Cast<IHtmlInputElement>().Where(input => input.Type is "radio" or "checkbox"))
                    choice.IsChecked = choice.Value == value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                break;
            default:
                Assert.Fail($"The form has no field '{name}', only {string.Join(", ", form.Elements.Select(element => element.GetAttribute("name")))}.");
                break;
        }
    }
}
