using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChatAndSigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AllowsLocalRecording",
                table: "Organizations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "KeepsCallChat",
                table: "Organizations",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "Hand",
                table: "CallSeats",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Recording",
                table: "CallSeats",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AllowsLocalRecording",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "KeepsCallChat",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Hand",
                table: "CallSeats");

            migrationBuilder.DropColumn(
                name: "Recording",
                table: "CallSeats");
        }
    }
}
