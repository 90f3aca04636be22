using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

/// <summary>The database by itself refuses two claims on one host that overlap, with no use case in front of it.</summary>
[Trait("Promise", "R1")]
public abstract class HostTimeGuardTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.AddAsync(Claim("10:00", "11:00"));
    }

    [Theory]
    [InlineData("10:30", "11:30")]
    [InlineData("09:30", "10:01")]
    [InlineData("10:15", "10:45")]
    [InlineData("09:00", "12:00")]
    [InlineData("10:00", "11:00")]
    public Task An_overlapping_claim_is_refused(string from, string to) =>
        AssertRefusedAsync(() => World.AddAsync(Claim(from, to)));

    [Theory]
    [InlineData("09:00", "10:00")]
    [InlineData("11:00", "12:00")]
    public Task Claims_that_only_touch_are_allowed(string from, string to) => World.AddAsync(Claim(from, to));

    [Fact]
    public async Task An_overlap_of_a_microsecond_is_refused()
    {
        await AssertRefusedAsync(() => World.AddAsync(Claim(At("11:00") - Duration.FromTicks(10), At("12:00"))));
    }

    [Theory]
    [InlineData("10:59")]
    [InlineData("09:00")]
    public async Task Moving_a_claim_onto_another_is_refused(string from)
    {
        var later = Claim("12:00", "14:00");
        await World.AddAsync(later);

        await AssertRefusedAsync(() => World.ChangeAsync(async db =>
            db.Entry(await db.TimeClaims.SingleAsync(claim => claim.Id == later.Id)).Property(claim => claim.StartsAt).CurrentValue = At(from)));
    }

    [Fact]
    public async Task Moving_a_claim_within_its_own_time_is_allowed()
    {
        await World.ChangeAsync(async db =>
        {
            var claim = db.Entry(await db.TimeClaims.SingleAsync(claim => claim.HostId == ada.Id));
            claim.Property(row => row.StartsAt).CurrentValue = At("10:30");
            claim.Property(row => row.EndsAt).CurrentValue = At("11:30");
        });

        Assert.Equal(At("10:30"), await World.ReadAsync(db => db.TimeClaims.Where(claim => claim.HostId == ada.Id).Select(claim => claim.StartsAt).SingleAsync()));
    }

    [Fact]
    public async Task Another_host_s_time_is_another_s()
    {
        var ben = await World.AddHostAsync(acme, "Ben");

        await World.AddAsync(Claim(At("10:00"), At("11:00"), ben.Id));
    }

    [Fact]
    public async Task A_claim_of_another_organisation_on_the_same_person_is_refused()
    {
        var globex = await World.AddOrganizationAsync();
        var elsewhere = await World.AddMeetingTypeAsync(globex, [ada]);

        await AssertRefusedAsync(() => World.AddAsync(Claim(At("10:30"), At("11:30"), ada.Id, elsewhere)));
    }

    [Fact]
    public async Task A_claim_that_ends_before_it_starts_is_refused_for_another_reason()
    {
        var exception = await Assert.ThrowsAsync<DbUpdateException>(() => World.AddAsync(Claim("15:00", "14:00")));

        await using var db = World.Database.NewContext();
        Assert.False(db.IsHostTimeOverlap(exception));
    }

    private async Task AssertRefusedAsync(Func<Task> act)
    {
        var exception = await Assert.ThrowsAsync<DbUpdateException>(act);
        await using var db = World.Database.NewContext();
        Assert.True(db.IsHostTimeOverlap(exception), exception.ToString());
    }

    private TimeClaim Claim(string from, string to) => Claim(At(from), At(to));

    private TimeClaim Claim(Instant from, Instant to, Guid? host = null, MeetingType? of = null)
    {
        var claim = new TimeClaim
        {
            Id = Guid.CreateVersion7(),
            HostId = host ?? ada.Id,
            OrganizationId = (of ?? type).OrganizationId,
            MeetingTypeId = (of ?? type).Id,
            StartsAt = from,
            EndsAt = to,
            MeetingStartsAt = from,
            MeetingEndsAt = to,
            Capacity = 1,
        };
        claim.Seats.Add(SeatOwner.Hold(Holder.Of("somebody"), World.Now + Duration.FromMinutes(5)).Seat(claim.Id, 1));
        return claim;
    }

    private static Instant At(string time) => World.At($"2026-01-06T{time}");
}

public sealed class HostTimeGuardTests_on_Sqlite(SqliteDatabase database) : HostTimeGuardTests(database), IClassFixture<SqliteDatabase>;

public sealed class HostTimeGuardTests_on_Postgres(PostgresDatabase database) : HostTimeGuardTests(database), IClassFixture<PostgresDatabase>;
