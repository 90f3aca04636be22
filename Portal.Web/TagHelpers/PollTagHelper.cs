using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// <c>&lt;section id="queue" poll-url="@Url.Page("…", "Queue")" poll-version="@Model.Version"&gt;</c>: a fragment that keeps itself
/// up to date. The answer is the same element again; without <c>poll-url</c> on it, polling stops.
/// </summary>
[HtmlTargetElement(Attributes = "poll-url")]
public sealed class PollTagHelper : TagHelper
{
    /// <summary>Null or empty leaves the element as it is, not polled.</summary>
    public string? PollUrl { get; set; }

    public int PollSeconds { get; set; } = 3;

    /// <summary>What <c>FragmentOrNotModified</c> was or would be given for what the element shows now.</summary>
    public string? PollVersion { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // a null written into an attribute arrives as an empty string
        if (string.IsNullOrEmpty(PollUrl))
            return;

        // morphing finds the element it keeps, and with it focus and scroll, by its id
        if (!output.Attributes.ContainsName("id"))
            throw new InvalidOperationException($"A polled <{context.TagName}> needs an id.");

        output.Attributes.SetAttribute("hx-get", PollUrl);
        output.Attributes.SetAttribute("hx-trigger", "portal:poll");
        output.Attributes.SetAttribute("hx-swap", "outerMorph");
        output.Attributes.SetAttribute("data-poll", PollSeconds.ToString(CultureInfo.InvariantCulture));
        if (PollVersion is not null)
            output.Attributes.SetAttribute("hx-ptag", PollVersion);
    }
}
