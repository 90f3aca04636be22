using System.Reflection;
using Portal.Core.Notifications;

namespace Portal.Tests.Core.Notifications;

[Trait("Req", "F1")]
public class MailTemplateTests
{
    private static readonly Dictionary<string, string?> Values = new() { ["Name"] = "<b>Vera</b> & \"Co\"", ["Gone"] = null, ["Lines"] = "one\r\ntwo" };

    [Fact]
    public void Values_are_encoded_in_html_and_plain_in_text()
    {
        var (subject, text, html) = new MailTemplate("Subject: For {{Name}}\n\nHello {{Name}}", "<p title=\"{{Name}}\">{{Name}}</p>").Render(Values);

        Assert.Equal("For <b>Vera</b> & \"Co\"", subject);
        Assert.Equal("Hello <b>Vera</b> & \"Co\"\n", text);
        Assert.Equal("<p title=\"&lt;b&gt;Vera&lt;/b&gt; &amp; &quot;Co&quot;\">&lt;b&gt;Vera&lt;/b&gt; &amp; &quot;Co&quot;</p>\n", html);
    }

    [Fact]
    public void A_line_without_its_value_is_left_out()
    {
        var (_, text, _) = new MailTemplate("Subject: x\n\none\nNotes: {{Gone}}\ntwo {{Name}}", "").Render(Values);

        Assert.Equal("one\ntwo <b>Vera</b> & \"Co\"\n", text);
    }

    [Fact]
    public void A_subject_stays_one_line() =>
        Assert.Equal("For one two", new MailTemplate("Subject: For {{Lines}}\n\n", "").Render(Values).Subject);

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_text()
    {
        var values = new Dictionary<string, string?> { ["Name"] = "{{Secret}}", ["Secret"] = "token" };

        Assert.Equal("{{Secret}}\n", new MailTemplate("Subject: x\n\n{{Name}}", "").Render(values).Text);
    }

    [Fact]
    public void A_placeholder_nobody_fills_is_an_error_that_names_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new MailTemplate("Subject: x\n\n{{Nmae}}", "").Render(Values));

        Assert.Contains("{{Nmae}}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_is_in_the_catalogue()
    {
        var messages = typeof(IMessage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IMessage)) && !type.IsInterface);
        var kinds = messages.Select(type => (string)type.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

        Assert.Equal(kinds.Order(), MessageCatalogue.Kinds.Order());
    }
}
