using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Core.Persistence.Migrations.Postgres;

/// <summary>The database's own refusal of two overlapping claims on one host.</summary>
internal static class HostTimeGuard
{
    public static void Create(MigrationBuilder migration)
    {
        // a trusted extension since PostgreSQL 13: the owner of the database may create it
        migration.Sql("CREATE EXTENSION IF NOT EXISTS btree_gist;");
        migration.Sql($"""
            ALTER TABLE "TimeClaims" ADD CONSTRAINT {PostgresPortalDbContext.OverlapConstraint}
            EXCLUDE USING gist ("HostId" WITH =, tstzrange("StartsAt", "EndsAt", '[)') WITH &&);
            """);
    }
}
