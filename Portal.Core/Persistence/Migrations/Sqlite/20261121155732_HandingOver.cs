using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HandingOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HandedOverAt",
                table: "Participants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AskAgainAfter",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "LateHostAfter",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<long>(
                name: "HandedOverAt",
                table: "Bookings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MissedBy",
                table: "Bookings",
                type: "TEXT",
                maxLength: 16,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HandedOverAt",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "AskAgainAfter",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "LateHostAfter",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "HandedOverAt",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "MissedBy",
                table: "Bookings");
        }
    }
}
