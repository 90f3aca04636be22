using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Afterwards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Impression",
                table: "Participants",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ImpressionAt",
                table: "Participants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImpressionNote",
                table: "Participants",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Network",
                table: "Participants",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SpeakerHeard",
                table: "Participants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Result",
                table: "Bookings",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResultNote",
                table: "Bookings",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Impression",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "ImpressionAt",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "ImpressionNote",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Network",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "SpeakerHeard",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Result",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "ResultNote",
                table: "Bookings");
        }
    }
}
