using Portal.Web.Pages;

namespace Portal.Tests.Web.Pages;

public class BookingLinkTests
{
    [Theory]
    [InlineData("acme", "/book/acme")]
    [InlineData("acme/intro-call", "/book/acme/intro-call")]
    [InlineData(" https://meet.example.org/book/acme/intro-call?article=7 ", "/book/acme/intro-call")]
    [InlineData("/meetings/3xQ_k-9", "/meetings/3xQ_k-9")]
    public void A_link_leads_to_its_page(string pasted, string path) => Assert.Equal(path, BookingLink.PathOf(pasted));

    [Theory]
    [InlineData("")]
    [InlineData("hello there")]
    [InlineData("https://elsewhere.example/login")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("book/../account/sign-in")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_leads_nowhere(string pasted) => Assert.Null(BookingLink.PathOf(pasted));
}
