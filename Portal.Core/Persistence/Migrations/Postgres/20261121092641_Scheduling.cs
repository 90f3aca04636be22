using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Scheduling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "TimeClaims",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTime>(
                name: "MeetingEndsAt",
                table: "TimeClaims",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "MeetingStartsAt",
                table: "TimeClaims",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "MeetingTypeId",
                table: "TimeClaims",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "ClaimSeats",
                columns: table => new
                {
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderKey = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimSeats", x => new { x.ClaimId, x.Number });
                    table.CheckConstraint("ck_claim_seats_owner", "(\"BookingId\" IS NULL) <> (\"HolderKey\" IS NULL) AND (\"HolderKey\" IS NULL) = (\"HeldUntil\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_ClaimSeats_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ClaimSeats_TimeClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "TimeClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // a claim of one booking becomes a claim with one seat; what only held a time is gone
            migrationBuilder.Sql("""
                DELETE FROM "TimeClaims" WHERE "BookingId" IS NULL;
                INSERT INTO "ClaimSeats" ("ClaimId", "Number", "BookingId") SELECT "Id", 1, "BookingId" FROM "TimeClaims";
                UPDATE "TimeClaims" SET
                    "MeetingTypeId" = (SELECT "MeetingTypeId" FROM "Bookings" WHERE "Bookings"."Id" = "TimeClaims"."BookingId"),
                    "MeetingStartsAt" = (SELECT "StartsAt" FROM "Bookings" WHERE "Bookings"."Id" = "TimeClaims"."BookingId"),
                    "MeetingEndsAt" = (SELECT "EndsAt" FROM "Bookings" WHERE "Bookings"."Id" = "TimeClaims"."BookingId");
                """);

            migrationBuilder.DropForeignKey(
                name: "FK_TimeClaims_Bookings_BookingId",
                table: "TimeClaims");

            migrationBuilder.DropIndex(
                name: "IX_TimeClaims_BookingId",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "BookingId",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "TimeClaims");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_MeetingTypeId",
                table: "Bookings");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "Organizations",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "EUR");

            migrationBuilder.AddColumn<long>(
                name: "HighestPrice",
                table: "Organizations",
                type: "bigint",
                nullable: false,
                defaultValue: 25000L);

            migrationBuilder.AddColumn<int>(
                name: "HoldLength",
                table: "Organizations",
                type: "integer",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<long>(
                name: "LowestPrice",
                table: "Organizations",
                type: "bigint",
                nullable: false,
                defaultValue: 100L);

            migrationBuilder.AddColumn<string>(
                name: "ProfileSlug",
                table: "Members",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProfileText",
                table: "Members",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "MeetingTypes",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDay",
                table: "MeetingTypes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FurtherLengths",
                table: "MeetingTypes",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "MeetingTypes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LinkKey",
                table: "MeetingTypes",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerDay",
                table: "MeetingTypes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerWeek",
                table: "MeetingTypes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsApproval",
                table: "MeetingTypes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Policy_CancelUntil",
                table: "MeetingTypes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MostMoves",
                table: "MeetingTypes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MostUpcomingPerEmail",
                table: "MeetingTypes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MoveUntil",
                table: "MeetingTypes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Policy_ReasonRequired",
                table: "MeetingTypes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SessionsOnly",
                table: "MeetingTypes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "StartOffset",
                table: "MeetingTypes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "MeetingTypes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "MeetingTypes",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "listed");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastGivenAt",
                table: "MeetingTypeHost",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "MeetingTypeHost",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "CalendarVersion",
                table: "HostSchedules",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "HolidayRegion",
                table: "HostSchedules",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerDay",
                table: "HostSchedules",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerWeek",
                table: "HostSchedules",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "HostSchedules",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "Bookings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "RequestDigest",
                table: "Bookings",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestKey",
                table: "Bookings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SessionSlotId",
                table: "Bookings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VisitorMoves",
                table: "Bookings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "BookingAnswers",
                columns: table => new
                {
                    BookingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingAnswers", x => new { x.BookingId, x.Position });
                    table.ForeignKey(
                        name: "FK_BookingAnswers_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DateOverrides",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Hours = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DateOverrides", x => new { x.OrganizationId, x.HostId, x.Date });
                    table.ForeignKey(
                        name: "FK_DateOverrides_HostSchedules_OrganizationId_HostId",
                        columns: x => new { x.OrganizationId, x.HostId },
                        principalTable: "HostSchedules",
                        principalColumns: new[] { "OrganizationId", "HostId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingTypeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hint = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                    Choices = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingQuestions_MeetingTypes_MeetingTypeId",
                        column: x => x.MeetingTypeId,
                        principalTable: "MeetingTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberPhotos",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentType = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberPhotos", x => new { x.OrganizationId, x.UserId });
                    table.ForeignKey(
                        name: "FK_MemberPhotos_Members_OrganizationId_UserId",
                        columns: x => new { x.OrganizationId, x.UserId },
                        principalTable: "Members",
                        principalColumns: new[] { "OrganizationId", "UserId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionSlots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingTypeId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PriceInMinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionSlots", x => x.Id);
                    table.CheckConstraint("ck_session_slots_order", "\"StartsAt\" < \"EndsAt\"");
                    table.ForeignKey(
                        name: "FK_SessionSlots_AspNetUsers_HostId",
                        column: x => x.HostId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionSlots_MeetingTypes_MeetingTypeId",
                        column: x => x.MeetingTypeId,
                        principalTable: "MeetingTypes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SessionSlots_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TimesOff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    HostId = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimesOff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TimesOff_HostSchedules_OrganizationId_HostId",
                        columns: x => new { x.OrganizationId, x.HostId },
                        principalTable: "HostSchedules",
                        principalColumns: new[] { "OrganizationId", "HostId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TimeClaims_MeetingTypeId",
                table: "TimeClaims",
                column: "MeetingTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_UserId",
                table: "Participants",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_OrganizationId_ProfileSlug",
                table: "Members",
                columns: new[] { "OrganizationId", "ProfileSlug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_GroupId",
                table: "Bookings",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MeetingTypeId_StartsAt",
                table: "Bookings",
                columns: new[] { "MeetingTypeId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_RequestKey",
                table: "Bookings",
                column: "RequestKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_SessionSlotId",
                table: "Bookings",
                column: "SessionSlotId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimSeats_BookingId",
                table: "ClaimSeats",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimSeats_HeldUntil",
                table: "ClaimSeats",
                column: "HeldUntil");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimSeats_HolderKey",
                table: "ClaimSeats",
                column: "HolderKey");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingQuestions_MeetingTypeId_Key",
                table: "MeetingQuestions",
                columns: new[] { "MeetingTypeId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionSlots_HostId",
                table: "SessionSlots",
                column: "HostId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionSlots_MeetingTypeId",
                table: "SessionSlots",
                column: "MeetingTypeId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionSlots_OrganizationId_HostId_StartsAt",
                table: "SessionSlots",
                columns: new[] { "OrganizationId", "HostId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TimesOff_OrganizationId_HostId_LastDay",
                table: "TimesOff",
                columns: new[] { "OrganizationId", "HostId", "LastDay" });

            migrationBuilder.AddForeignKey(
                name: "FK_TimeClaims_MeetingTypes_MeetingTypeId",
                table: "TimeClaims",
                column: "MeetingTypeId",
                principalTable: "MeetingTypes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_TimeClaims_MeetingTypes_MeetingTypeId",
                table: "TimeClaims");

            migrationBuilder.DropTable(
                name: "BookingAnswers");

            migrationBuilder.DropTable(
                name: "ClaimSeats");

            migrationBuilder.DropTable(
                name: "DateOverrides");

            migrationBuilder.DropTable(
                name: "MeetingQuestions");

            migrationBuilder.DropTable(
                name: "MemberPhotos");

            migrationBuilder.DropTable(
                name: "SessionSlots");

            migrationBuilder.DropTable(
                name: "TimesOff");

            migrationBuilder.DropIndex(
                name: "IX_TimeClaims_MeetingTypeId",
                table: "TimeClaims");

            migrationBuilder.DropIndex(
                name: "IX_Participants_UserId",
                table: "Participants");

            migrationBuilder.DropIndex(
                name: "IX_Members_OrganizationId_ProfileSlug",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_GroupId",
                table: "Bookings");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_MeetingTypeId_StartsAt",
                table: "Bookings");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_RequestKey",
                table: "Bookings");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_SessionSlotId",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "MeetingEndsAt",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "MeetingStartsAt",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "MeetingTypeId",
                table: "TimeClaims");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "HighestPrice",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "HoldLength",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "LowestPrice",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "ProfileSlug",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ProfileText",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "FirstDay",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "FurtherLengths",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "LinkKey",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "MostPerDay",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "MostPerWeek",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "NeedsApproval",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Policy_CancelUntil",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Policy_MostMoves",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Policy_MostUpcomingPerEmail",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Policy_MoveUntil",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Policy_ReasonRequired",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "SessionsOnly",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "StartOffset",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "MeetingTypes");

            migrationBuilder.DropColumn(
                name: "LastGivenAt",
                table: "MeetingTypeHost");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "MeetingTypeHost");

            migrationBuilder.DropColumn(
                name: "CalendarVersion",
                table: "HostSchedules");

            migrationBuilder.DropColumn(
                name: "HolidayRegion",
                table: "HostSchedules");

            migrationBuilder.DropColumn(
                name: "MostPerDay",
                table: "HostSchedules");

            migrationBuilder.DropColumn(
                name: "MostPerWeek",
                table: "HostSchedules");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "HostSchedules");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "RequestDigest",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "RequestKey",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "SessionSlotId",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "VisitorMoves",
                table: "Bookings");

            migrationBuilder.AddColumn<Guid>(
                name: "BookingId",
                table: "TimeClaims",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldUntil",
                table: "TimeClaims",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_TimeClaims_BookingId",
                table: "TimeClaims",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MeetingTypeId",
                table: "Bookings",
                column: "MeetingTypeId");

            migrationBuilder.AddForeignKey(
                name: "FK_TimeClaims_Bookings_BookingId",
                table: "TimeClaims",
                column: "BookingId",
                principalTable: "Bookings",
                principalColumn: "Id");
        }
    }
}
