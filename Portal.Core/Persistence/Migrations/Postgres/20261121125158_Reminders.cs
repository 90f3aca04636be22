using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DropReason",
                table: "Outbox",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MeetingSequence",
                table: "Outbox",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinutesBefore",
                table: "Outbox",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResentAt",
                table: "Outbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reminders",
                table: "Organizations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "1440;60");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Failed",
                table: "Outbox",
                columns: new[] { "OrganizationId", "Id" },
                filter: "\"FailedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Organization",
                table: "Outbox",
                columns: new[] { "OrganizationId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_PlannedOnce",
                table: "Outbox",
                columns: new[] { "BookingId", "ParticipantId", "Kind", "MeetingSequence", "MinutesBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox",
                columns: new[] { "OrganizationId", "Id" },
                filter: "\"SentAt\" IS NULL AND \"FailedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Failed",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Organization",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_PlannedOnce",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "DropReason",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "MeetingSequence",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "MinutesBefore",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ResentAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "Organizations");
        }
    }
}
