using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Web.TagHelpers;

namespace Portal.Tests.Web.TagHelpers;

[Trait("Req", "F9")]
public class FieldTagHelperTests : TagHelperTests
{
    private sealed class Form
    {
        public string FullName { get; set; } = "Maya <b>";

        [EmailAddress, MaxLength(200)]
        public string? Email { get; set; }

        [DataType(DataType.Password), Display(Name = "New password")]
        public string Secret { get; set; } = "hidden";

        public int Minutes { get; set; } = 30;

        public bool Remind { get; set; } = true;
    }

    [Fact]
    public async Task The_label_names_the_control_and_a_required_field_says_nothing_more()
    {
        var field = await WriteAsync(Field("FullName"), "field");

        var input = field.QuerySelector("input")!;
        Assert.Equal(input.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Full name", field.QuerySelector("label")!.TextContent);
        Assert.Equal("Maya <b>", input.GetAttribute("value"));
        Assert.True(input.HasAttribute("required"));
        Assert.False(input.HasAttribute("aria-describedby"));
        Assert.DoesNotContain(input.Attributes, a => a.Name.StartsWith("data-val", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_optional_field_says_so_in_a_word()
    {
        var field = await WriteAsync(Field("Email"), "field");

        Assert.Equal("Email optional", field.QuerySelector("label")!.TextContent);
        Assert.False(field.QuerySelector("input")!.HasAttribute("required"));
        Assert.Equal("email", field.QuerySelector("input")!.GetAttribute("type"));
        Assert.Equal("200", field.QuerySelector("input")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task Hint_and_error_are_read_with_the_field_and_what_was_typed_is_kept()
    {
        View.ViewData.ModelState.SetModelValue("Email", "ada@", "ada@");
        View.ViewData.ModelState.AddModelError("Email", "Write it like name@example.org.");
        var helper = Field("Email");
        helper.Hint = "The confirmation goes here.";

        var field = await WriteAsync(helper, "field");

        var input = field.QuerySelector("input")!;
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.QuerySelector($"#{id}")!.TextContent);
        Assert.Equal(["The confirmation goes here.", "Write it like name@example.org."], described);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("ada@", input.GetAttribute("value"));
    }

    [Fact]
    public async Task A_password_is_never_sent_back() =>
        Assert.Null((await WriteAsync(Field("Secret"), "field")).QuerySelector("input[type=password]")!.GetAttribute("value"));

    [Fact]
    public async Task Rows_make_a_text_area_and_items_a_select()
    {
        var notes = Field("FullName");
        notes.Rows = 4;
        var minutes = Field("Minutes");
        minutes.Items = [new SelectListItem("15 minutes", "15"), new SelectListItem("30 minutes", "30")];

        Assert.Equal("Maya <b>", (await WriteAsync(notes, "field")).QuerySelector("textarea[rows='4']")!.TextContent.Trim());
        Assert.Equal("30 minutes", (await WriteAsync(minutes, "field")).QuerySelector("select option[selected]")!.TextContent);
    }

    [Fact]
    public async Task A_bool_is_a_checkbox_that_also_sends_its_no()
    {
        var field = await WriteAsync(Field("Remind"), "field");

        Assert.True(field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.False(field.QuerySelector("input[type=checkbox]")!.HasAttribute("required"));
        Assert.Equal("false", field.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
        Assert.Equal("Remind", field.QuerySelector("label")!.TextContent);
    }

    [Fact]
    public async Task Other_attributes_reach_the_control_and_classes_the_field()
    {
        var field = await WriteAsync(Field("FullName"), "field", "", ("autocomplete", "name"), ("class", "wide"));

        Assert.Equal("name", field.QuerySelector("input")!.GetAttribute("autocomplete"));
        Assert.True(field.QuerySelector("div.field.wide") is { } div && !div.HasAttribute("autocomplete"));
    }

    [Fact]
    public async Task The_summary_leads_to_each_field_and_is_not_there_when_all_is_well()
    {
        Assert.Empty((await WriteAsync(new ErrorSummaryTagHelper(Generator) { ViewContext = View }, "error-summary")).Children);
        View.ViewData.ModelState.AddModelError("Input.Email", "Write it like name@example.org.");
        View.ViewData.ModelState.AddModelError("", "This time was taken.");

        var summary = await WriteAsync(new ErrorSummaryTagHelper(Generator) { ViewContext = View }, "error-summary");

        Assert.Equal("alert", summary.FirstElementChild!.GetAttribute("role"));
        Assert.True(summary.FirstElementChild.HasAttribute("autofocus") && summary.FirstElementChild.GetAttribute("tabindex") == "-1");
        Assert.Equal("#Input_Email", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("This time was taken.", summary.QuerySelectorAll("li").Select(li => li.TextContent));
    }

    private FieldTagHelper Field(string name) => new(Generator) { For = Property(name, new Form()), ViewContext = View };
}
