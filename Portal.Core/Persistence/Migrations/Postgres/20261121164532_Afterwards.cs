using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Postgres
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
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ImpressionAt",
                table: "Participants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImpressionNote",
                table: "Participants",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Network",
                table: "Participants",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SpeakerHeard",
                table: "Participants",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Result",
                table: "Bookings",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResultNote",
                table: "Bookings",
                type: "character varying(2000)",
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
