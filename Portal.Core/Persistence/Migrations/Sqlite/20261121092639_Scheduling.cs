using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Scheduling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, because the tool rebuilds a table outside of the transaction, and after everything else: a claim of one
            // booking becomes a claim with one seat; what only held a time is gone.
            migrationBuilder.Sql("""
                CREATE TABLE "NewClaims" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_TimeClaims" PRIMARY KEY,
                    "Capacity" INTEGER NOT NULL,
                    "EndsAt" INTEGER NOT NULL,
                    "HostId" TEXT NOT NULL,
                    "MeetingEndsAt" INTEGER NOT NULL,
                    "MeetingStartsAt" INTEGER NOT NULL,
                    "MeetingTypeId" TEXT NOT NULL,
                    "OrganizationId" TEXT NOT NULL,
                    "StartsAt" INTEGER NOT NULL,
                    CONSTRAINT "ck_time_claims_order" CHECK ("StartsAt" < "EndsAt"),
                    CONSTRAINT "FK_TimeClaims_AspNetUsers_HostId" FOREIGN KEY ("HostId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
                    CONSTRAINT "FK_TimeClaims_MeetingTypes_MeetingTypeId" FOREIGN KEY ("MeetingTypeId") REFERENCES "MeetingTypes" ("Id") ON DELETE RESTRICT,
                    CONSTRAINT "FK_TimeClaims_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "NewClaims" ("Id", "Capacity", "EndsAt", "HostId", "MeetingEndsAt", "MeetingStartsAt", "MeetingTypeId", "OrganizationId", "StartsAt")
                SELECT claim."Id", 1, claim."EndsAt", claim."HostId", booking."EndsAt", booking."StartsAt", booking."MeetingTypeId", claim."OrganizationId", claim."StartsAt"
                FROM "TimeClaims" AS claim JOIN "Bookings" AS booking ON booking."Id" = claim."BookingId";
                CREATE TEMPORARY TABLE "FirstSeats" AS SELECT "Id" AS "ClaimId", "BookingId" FROM "TimeClaims" WHERE "BookingId" IS NOT NULL;
                DROP TABLE "TimeClaims";
                ALTER TABLE "NewClaims" RENAME TO "TimeClaims";
                CREATE INDEX "IX_TimeClaims_HostId_StartsAt" ON "TimeClaims" ("HostId", "StartsAt");
                CREATE INDEX "IX_TimeClaims_MeetingTypeId" ON "TimeClaims" ("MeetingTypeId");
                CREATE INDEX "IX_TimeClaims_OrganizationId" ON "TimeClaims" ("OrganizationId");
                """);
            HostTimeGuard.Create(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "ClaimSeats",
                columns: table => new
                {
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    BookingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HolderKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true)
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

            migrationBuilder.Sql("""
                INSERT INTO "ClaimSeats" ("ClaimId", "Number", "BookingId") SELECT "ClaimId", 1, "BookingId" FROM "FirstSeats";
                DROP TABLE "FirstSeats";
                """);

            migrationBuilder.DropIndex(
                name: "IX_Bookings_MeetingTypeId",
                table: "Bookings");

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "Organizations",
                type: "TEXT",
                maxLength: 3,
                nullable: false,
                defaultValue: "EUR");

            migrationBuilder.AddColumn<long>(
                name: "HighestPrice",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 25000L);

            migrationBuilder.AddColumn<int>(
                name: "HoldLength",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<long>(
                name: "LowestPrice",
                table: "Organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 100L);

            migrationBuilder.AddColumn<string>(
                name: "ProfileSlug",
                table: "Members",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProfileText",
                table: "Members",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDay",
                table: "MeetingTypes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FurtherLengths",
                table: "MeetingTypes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "MeetingTypes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LinkKey",
                table: "MeetingTypes",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerDay",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerWeek",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsApproval",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Policy_CancelUntil",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MostMoves",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MostUpcomingPerEmail",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy_MoveUntil",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Policy_ReasonRequired",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SessionsOnly",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "StartOffset",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "MeetingTypes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "MeetingTypes",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "listed");

            migrationBuilder.AddColumn<long>(
                name: "LastGivenAt",
                table: "MeetingTypeHost",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "MeetingTypeHost",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "CalendarVersion",
                table: "HostSchedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "HolidayRegion",
                table: "HostSchedules",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerDay",
                table: "HostSchedules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerWeek",
                table: "HostSchedules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "HostSchedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "Bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "RequestDigest",
                table: "Bookings",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RequestKey",
                table: "Bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SessionSlotId",
                table: "Bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VisitorMoves",
                table: "Bookings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "BookingAnswers",
                columns: table => new
                {
                    BookingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
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
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingTypeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false)
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
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingTypeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PriceInMinorUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeldUntil",
                table: "TimeClaims",
                type: "INTEGER",
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
