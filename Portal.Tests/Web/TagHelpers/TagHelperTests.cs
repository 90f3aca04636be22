using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Web.TagHelpers;

/// <summary>Runs one tag helper as Razor would and reads what it wrote.</summary>
public abstract class TagHelperTests
{
    private static readonly IServiceProvider Services = WithPages();

    protected static IHtmlGenerator Generator => Services.GetRequiredService<IHtmlGenerator>();

    protected ViewContext View { get; } = new()
    {
        HttpContext = new DefaultHttpContext { RequestServices = Services },
        ViewData = new ViewDataDictionary(Services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()),
        RouteData = new(),
        ActionDescriptor = new(),
    };

    /// <summary>A property as <c>for="Name"</c> names it.</summary>
    protected static ModelExpression Property<TModel>(string name, TModel model)
        where TModel : class
    {
        var explorer = Services.GetRequiredService<IModelMetadataProvider>().GetModelExplorerForType(typeof(TModel), model);
        return new ModelExpression(name, explorer.GetExplorerForProperty(name));
    }

    /// <returns>The body that holds what was written; empty when it wrote nothing.</returns>
    protected static async Task<IElement> WriteAsync(TagHelper helper, string tag, string content = "", params (string Name, object? Value)[] attributes)
    {
        var written = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext(tag, written, new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput(tag, [.. written], (_, _) => Task.FromResult(new DefaultTagHelperContent().AppendHtml(content)));
        await helper.ProcessAsync(context, output);
        if (content.Length > 0 && !output.IsContentModified)
            output.Content.SetHtmlContent(content);

        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument($"<body>{writer}</body>").Body!;
    }

    private static IServiceProvider WithPages()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRazorPages();
        return builder.Build().Services;
    }
}
