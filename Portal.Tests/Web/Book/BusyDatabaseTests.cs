using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>Somebody books while another program writes to the database for long.</summary>
[Trait("Promise", "R27")]
public sealed class BusyDatabaseTests : IAsyncDisposable
{
    private readonly VisitorApp app = new();

    public BusyDatabaseTests() => app.Settings["Database:ConnectionString"] += ";Default Timeout=1";

    [Fact]
    public async Task Whoever_books_meanwhile_is_told_so_and_sends_the_kept_form_again()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00"));
        HttpResponseMessage refused;
        await using (var other = new SqliteConnection(app.Settings["Database:ConnectionString"]))
        {
            await other.OpenAsync();
            await using var writing = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
            refused = await client.PostFormAsync(form, "form[method=post]", VisitorApp.Filled(notes: "Kept, too."));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(0, await app.ReadAsync(db => db.Bookings.CountAsync(booking => booking.VisitorEmail == "vera@visitor.test")));

        using var booked = await client.PostFormAsync(await PortalClient.ReadAsync(refused), "form[method=post]");

        Assert.Equal(HttpStatusCode.SeeOther, booked.StatusCode);
        Assert.Equal("Kept, too.", await app.ReadAsync(db => db.Bookings.Where(booking => booking.VisitorEmail == "vera@visitor.test").Select(booking => booking.Notes).SingleAsync()));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
