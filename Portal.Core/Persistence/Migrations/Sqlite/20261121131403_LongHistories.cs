using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LongHistories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookings_HostId_StartsAt",
                table: "Bookings");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_LastSeenAt",
                table: "Participants",
                column: "LastSeenAt",
                filter: "\"Admission\" = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_HostId",
                table: "Bookings",
                column: "HostId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_OrganizationId_HostId_StartsAt",
                table: "Bookings",
                columns: new[] { "OrganizationId", "HostId", "StartsAt" });

            // the guard now finds an overlap with one look at the index
            HostTimeGuard.Drop(migrationBuilder);
            HostTimeGuard.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Participants_LastSeenAt",
                table: "Participants");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_HostId",
                table: "Bookings");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_OrganizationId_HostId_StartsAt",
                table: "Bookings");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_HostId_StartsAt",
                table: "Bookings",
                columns: new[] { "HostId", "StartsAt" });
        }
    }
}
