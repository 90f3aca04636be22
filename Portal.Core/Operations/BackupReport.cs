namespace Portal.Core.Operations;

/// <summary>What a backup is worth.</summary>
/// <param name="Integrity">What SQLite's <c>integrity_check</c> says: <c>ok</c>, or its first fault.</param>
/// <param name="BrokenReferences">Rows that refer to a row that is not there.</param>
/// <param name="MigrationsApplied">Those this release has and the backup had not; all of them went through.</param>
/// <param name="UnknownMigrations">Those the backup has and this release does not know: it was made by a newer one.</param>
/// <param name="Overlaps">Pairs of claims on the same time of one host.</param>
/// <param name="WithoutTime">Confirmed meetings to come that have no time of their host.</param>
/// <param name="MailHeld">Mails that would be sent if the copy were started without holding them back.</param>
public sealed record BackupReport(
    string Integrity,
    int BrokenReferences,
    IReadOnlyList<string> MigrationsApplied,
    IReadOnlyList<string> UnknownMigrations,
    int Overlaps,
    int WithoutTime,
    int Organizations,
    int Bookings,
    int AuditEntries,
    int MailHeld)
{
    public bool IsSound =>
        Integrity == "ok" && BrokenReferences == 0 && UnknownMigrations.Count == 0 && Overlaps == 0 && WithoutTime == 0;
}
