namespace Portal.Core.Persistence;

/// <summary>The database could not do it, however often it was asked: whoever wants it asks again later.</summary>
/// <param name="mayBeDone">The connection broke while the change was being sealed: nobody here knows what became of it.</param>
public sealed class DatabaseBusyException(DatabaseTrouble trouble, bool mayBeDone, Exception cause)
    : Exception(mayBeDone ? "The connection broke during a commit; it may have happened." : "The database could not do it now; nothing was changed.", cause)
{
    public DatabaseTrouble Trouble => trouble;

    public bool MayBeDone => mayBeDone;
}
