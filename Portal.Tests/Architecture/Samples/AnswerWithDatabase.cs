using Portal.Core.Persistence;

namespace Portal.Tests.Architecture.Samples;

internal static class AnswerWithDatabase
{
    public static string Answer(PortalDbContext db) => db.ToString()!;
}
