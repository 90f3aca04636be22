using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Core.Persistence.Migrations.Sqlite;

/// <summary>
/// The database's own refusal of two overlapping claims on one host. A later migration that rebuilds
/// <c>TimeClaims</c> drops its triggers and must call this again; a test notices when one forgot.
/// </summary>
internal static class HostTimeGuard
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var (name, moment) in new[] { ("insert", "INSERT"), ("update", "UPDATE OF \"HostId\", \"StartsAt\", \"EndsAt\"") })
            migration.Sql($"""
                CREATE TRIGGER tr_time_claims_{name} BEFORE {moment} ON "TimeClaims"
                WHEN EXISTS (
                    SELECT 1 FROM "TimeClaims" AS other
                    WHERE other."HostId" = NEW."HostId" AND other."Id" <> NEW."Id"
                      AND other."StartsAt" < NEW."EndsAt" AND other."EndsAt" > NEW."StartsAt")
                BEGIN
                    SELECT RAISE(ABORT, 'host_time_overlap');
                END;
                """);
    }
}
