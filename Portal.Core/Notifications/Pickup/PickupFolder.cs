using NodaTime;

namespace Portal.Core.Notifications;

/// <summary>Reads what <see cref="PickupTransport"/> wrote.</summary>
public sealed class PickupFolder(MailOptions options)
{
    private const int MostListed = 200;

    /// <summary>The newest mails first.</summary>
    public async Task<IReadOnlyList<PickedUpMail>> ListAsync(CancellationToken ct)
    {
        var mails = new List<PickedUpMail>();
        foreach (var file in Files().OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name).Take(MostListed))
            mails.Add(await ReadAsync(file, ct));
        return mails;
    }

    /// <param name="id">Of the outbox row; anything else has no file.</param>
    public async Task<PickedUpMail?> FindAsync(Guid id, CancellationToken ct)
    {
        var file = new FileInfo(FileOf(options, id));
        return file.Exists ? await ReadAsync(file, ct) : null;
    }

    internal static string FileOf(MailOptions options, Guid id) => Path.Combine(options.PickupFolder, $"{id:N}.eml");

    private IEnumerable<FileInfo> Files() => Directory.Exists(options.PickupFolder)
        ? new DirectoryInfo(options.PickupFolder).EnumerateFiles("*.eml").Where(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out _))
        : [];

    private static async Task<PickedUpMail> ReadAsync(FileInfo file, CancellationToken ct) => new(
        Guid.ParseExact(Path.GetFileNameWithoutExtension(file.Name), "N"),
        Instant.FromDateTimeUtc(file.LastWriteTimeUtc),
        MimePart.Parse(await File.ReadAllTextAsync(file.FullName, ct)));
}
