using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Architecture.Samples;

namespace Portal.Tests.Architecture;

/// <summary>Pages, Api, Webhooks, Jobs → use cases → PortalDbContext; Scheduling knows nobody.</summary>
public sealed class ArrowTests
{
    [Fact]
    public void Scheduling_knows_nobody() =>
        Product.AssertNone(BeyondScheduling(Product.TypesIn(Product.Core, "Portal.Core.Scheduling")));

    [Fact]
    public void Scheduling_that_knew_a_clock_a_database_or_a_booking_would_be_noticed()
    {
        Assert.NotEmpty(BeyondScheduling([typeof(PageWithDatabase)]));
        Assert.NotEmpty(BeyondScheduling([typeof(ProviderWithBooking)]));
    }

    [Fact]
    public void Core_knows_no_http() => Product.AssertNone(Http(Product.TypesIn(Product.Core, "Portal.Core")));

    [Fact]
    public void Core_that_knew_http_would_be_noticed() => Assert.NotEmpty(Http([typeof(CoreWithHttp)]));

    /// <summary>Hosting migrates the database at the start, Security keeps sessions and keys in it; everybody else asks Core.</summary>
    [Fact]
    public void What_answers_people_and_wakes_jobs_goes_to_the_database_through_use_cases() => Product.AssertNone(Database(
        Product.TypesIn(Product.Web, "Portal.Web", "AspNetCoreGeneratedDocument")
            .Where(type => !type.IsIn("Portal.Web.Hosting") && !type.IsIn("Portal.Web.Security"))));

    [Fact]
    public void A_page_or_an_answer_that_took_the_database_would_be_noticed()
    {
        Assert.NotEmpty(Database([typeof(PageWithDatabase)]));
        Assert.NotEmpty(Database([typeof(AnswerWithDatabase)]));
        Assert.NotEmpty(Database(Nested(typeof(JobWithQuery))));
    }

    [Fact]
    public void Providers_know_their_own_interface_and_no_bookings() => Product.AssertNone(Bookings(Product.TypesIn(
        Product.Core,
        "Portal.Core.Video.Direct", "Portal.Core.Video.Twilio", "Portal.Core.Video.LiveKit",
        "Portal.Core.Notifications.Smtp", "Portal.Core.Notifications.Pickup")));

    [Fact]
    public void A_provider_that_knew_bookings_would_be_noticed() => Assert.NotEmpty(Bookings([typeof(ProviderWithBooking)]));

    [Fact]
    public void Core_does_not_know_the_web() => Product.AssertNone(
        Product.MentionsType(Product.TypesIn(Product.Core, "Portal.Core"), type => type.Assembly == Product.Web));

    private static IReadOnlyList<string> BeyondScheduling(IEnumerable<Type> types) => Product.MentionsType(types, type =>
        (type.IsIn("Portal") && !type.IsIn("Portal.Core.Scheduling"))
        || type.IsIn("Microsoft")
        || type.IsIn("System.Data")
        || type.IsIn("System.IO")
        || type == typeof(NodaTime.IClock));

    private static IReadOnlyList<string> Http(IEnumerable<Type> types) => Product.MentionsType(types, type =>
        type.IsIn("Microsoft.AspNetCore.Http")
        || type.IsIn("Microsoft.AspNetCore.Mvc")
        || type.IsIn("Microsoft.AspNetCore.SignalR")
        || type.IsIn("Microsoft.AspNetCore.Routing")
        || type.IsIn("Microsoft.AspNetCore.Builder")
        || type.IsIn("Microsoft.AspNetCore.Razor"));

    private static IReadOnlyList<string> Database(IEnumerable<Type> types) => Product.MentionsType(types, type =>
        typeof(DbContext).IsAssignableFrom(type) || type.IsIn("Microsoft.EntityFrameworkCore") || type == typeof(PortalDbContext));

    private static IReadOnlyList<string> Bookings(IEnumerable<Type> types) =>
        Product.MentionsType(types, type => type.IsIn("Portal.Core.Bookings"));

    private static IEnumerable<Type> Nested(Type type) =>
        type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public).Append(type);
}
