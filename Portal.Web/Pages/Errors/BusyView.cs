using Portal.Core.Persistence;

namespace Portal.Web.Pages.Errors;

/// <summary>What a person is told while the database is in trouble, with everything they sent, to be sent again.</summary>
/// <param name="Seconds">Until it is worth trying again.</param>
/// <param name="Fields">Of the form; empty when there was none, or it cannot be kept.</param>
public sealed record BusyView(string Title, string Explanation, int Seconds, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <returns>Null when the exception is no trouble of the database.</returns>
    public static async Task<BusyView?> FindAsync(Exception exception, HttpRequest request, CancellationToken ct)
    {
        var trouble = DatabaseTroubles.Of(exception);
        if (trouble is DatabaseTrouble.None)
            return null;
        var fields = await KeptFieldsAsync(request, ct);
        var happened = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? ""
            : exception is DatabaseBusyException { MayBeDone: false } ? "Nothing was changed. "
            : "It is not certain whether your change was made; sent again, it is made only once. ";
        return trouble is DatabaseTrouble.OutOfOrder
            ? new BusyView("Nothing can be saved right now", $"The portal has no room to store anything. {happened}Whoever runs it has to make some; please try again later.", 60, fields)
            : new BusyView("One moment, please", $"The portal is very busy, or a part of it is being restarted. {happened}Please try again in a few seconds.", 5, fields);
    }

    // passwords are not written into a page, and files cannot be
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> KeptFieldsAsync(HttpRequest request, CancellationToken ct)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return [];
        var form = await request.ReadFormAsync(ct);
        return form.Files.Count > 0 || form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase))
            ? []
            : [.. form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))];
    }
}
