using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Pages.Book;

namespace Portal.Web.TagHelpers;

/// <summary><c>&lt;time-link calendar="Model" time="time" /&gt;</c>: a time that can be chosen, in every view of the visitor's calendar.</summary>
public sealed class TimeLinkTagHelper : TagHelper
{
    public SlotCalendar Calendar { get; set; } = null!;

    public ShownTime Time { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = Calendar.Address.Time(Time.Slot.Start);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "time");
        output.Attributes.SetAttribute("href", link.Page + "#details");
        output.Attributes.SetAttribute("hx-get", link.Fragment);
        output.Attributes.SetAttribute("data-to", "#details");
        if (Time.Slot.Start == Calendar.Chosen?.Start)
            output.Attributes.SetAttribute("aria-current", "true");
        output.Content.Append(Calendar.Write(Time.At.TimeOfDay));
        Small(output, Time.Offset);
        Small(output, Calendar.CountsSeats ? $"{Time.Slot.SeatsLeft} {(Time.Slot.SeatsLeft == 1 ? "place" : "places")} left" : null);
    }

    private static void Small(TagHelperOutput output, string? words)
    {
        if (words is not null)
            output.Content.AppendHtml(" <small>").Append(words).AppendHtml("</small>");
    }
}
