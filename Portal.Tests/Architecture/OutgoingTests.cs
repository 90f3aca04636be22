using System.Reflection;
using Portal.Tests.Architecture.Samples;

namespace Portal.Tests.Architecture;

/// <summary>Calls to other servers go through IHttpClientFactory, where a test can see and refuse them.</summary>
public sealed class OutgoingTests
{
    [Fact]
    public void Nobody_makes_an_HttpClient() => Product.AssertNone(Makers(
        Product.TypesIn(Product.Core, "Portal.Core").Concat(Product.TypesIn(Product.Web, "Portal.Web"))));

    [Fact]
    public void Whoever_did_would_be_noticed() => Assert.NotEmpty(Makers([typeof(MakesHttpClient)]));

    private static IReadOnlyList<string> Makers(IEnumerable<Type> types) =>
        Product.Mentions(types, member => member is ConstructorInfo && typeof(HttpMessageInvoker).IsAssignableFrom(member.DeclaringType));
}
