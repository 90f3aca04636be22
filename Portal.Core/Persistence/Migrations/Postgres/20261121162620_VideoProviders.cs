using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VideoProviders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RemovedAt",
                table: "Participants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RecordsCalls",
                table: "Organizations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VideoProvider",
                table: "Organizations",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VideoProvider",
                table: "MeetingTypes",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "VideoAccounts",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProviderId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoAccounts", x => new { x.OrganizationId, x.ProviderId });
                    table.ForeignKey(
                        name: "FK_VideoAccounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VideoEvents",
                columns: table => new
                {
                    ProviderId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    EventId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    HeardAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoEvents", x => new { x.ProviderId, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "VideoRooms",
                columns: table => new
                {
                    RoomName = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    BookingId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProviderId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FellBackFrom = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    FellBackReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RecordingSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RecordingId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoRooms", x => x.RoomName);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VideoEvents_HeardAt",
                table: "VideoEvents",
                column: "HeardAt");

            migrationBuilder.CreateIndex(
                name: "IX_VideoRooms_MeetingId",
                table: "VideoRooms",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_VideoRooms_OpenedAt",
                table: "VideoRooms",
                column: "OpenedAt",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VideoRooms_OrganizationId_OpenedAt",
                table: "VideoRooms",
                columns: new[] { "OrganizationId", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VideoAccounts");

            migrationBuilder.DropTable(
                name: "VideoEvents");

            migrationBuilder.DropTable(
                name: "VideoRooms");

            migrationBuilder.DropColumn(
                name: "RemovedAt",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "RecordsCalls",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "VideoProvider",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "VideoProvider",
                table: "MeetingTypes");
        }
    }
}
