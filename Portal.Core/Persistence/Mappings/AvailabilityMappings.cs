using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;

namespace Portal.Core.Persistence.Mappings;

internal sealed class HostScheduleMapping : IEntityTypeConfiguration<HostSchedule>
{
    public void Configure(EntityTypeBuilder<HostSchedule> builder)
    {
        builder.HasKey(schedule => new { schedule.OrganizationId, schedule.HostId });
        builder.Property(schedule => schedule.HolidayRegion).HasMaxLength(16);
        builder.Property(schedule => schedule.Version).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(schedule => schedule.OrganizationId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(schedule => schedule.HostId);
    }
}

internal sealed class DateOverrideMapping : IEntityTypeConfiguration<DateOverride>
{
    public void Configure(EntityTypeBuilder<DateOverride> builder)
    {
        builder.HasKey(day => new { day.OrganizationId, day.HostId, day.Date });
        builder.Property(day => day.Hours).HasConversion<Converters.TimeRangesConverter, Converters.TimeRangesComparer>();
        builder.Property(day => day.Note).HasMaxLength(200);
        builder.HasOne<HostSchedule>().WithMany().HasForeignKey(day => new { day.OrganizationId, day.HostId });
    }
}

internal sealed class TimeOffMapping : IEntityTypeConfiguration<TimeOff>
{
    public void Configure(EntityTypeBuilder<TimeOff> builder)
    {
        builder.Property(days => days.Note).HasMaxLength(200);
        builder.HasOne<HostSchedule>().WithMany().HasForeignKey(days => new { days.OrganizationId, days.HostId });
        builder.HasIndex(days => new { days.OrganizationId, days.HostId, days.LastDay });
    }
}

internal sealed class SessionSlotMapping : IEntityTypeConfiguration<SessionSlot>
{
    public void Configure(EntityTypeBuilder<SessionSlot> builder)
    {
        builder.Property(slot => slot.Currency).HasMaxLength(3);
        builder.Ignore(slot => slot.Price);
        builder.HasOne<Organization>().WithMany().HasForeignKey(slot => slot.OrganizationId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(slot => slot.HostId);
        builder.HasOne<MeetingType>().WithMany().HasForeignKey(slot => slot.MeetingTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(slot => new { slot.OrganizationId, slot.HostId, slot.StartsAt });
        builder.ToTable(table => table.HasCheckConstraint("ck_session_slots_order", "\"StartsAt\" < \"EndsAt\""));
    }
}

internal sealed class TimeClaimMapping : IEntityTypeConfiguration<TimeClaim>
{
    public void Configure(EntityTypeBuilder<TimeClaim> builder)
    {
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(claim => claim.HostId);
        builder.HasOne<Organization>().WithMany().HasForeignKey(claim => claim.OrganizationId);
        builder.HasOne<MeetingType>().WithMany().HasForeignKey(claim => claim.MeetingTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(claim => claim.Seats).WithOne(seat => seat.Claim).HasForeignKey(seat => seat.ClaimId);
        builder.HasIndex(claim => new { claim.HostId, claim.StartsAt });
        // refused by the database too, by an exclusion constraint or a trigger: see HostTimeGuard of each set of migrations
        builder.ToTable(table => table.HasCheckConstraint("ck_time_claims_order", "\"StartsAt\" < \"EndsAt\""));
    }
}

internal sealed class ClaimSeatMapping : IEntityTypeConfiguration<ClaimSeat>
{
    public void Configure(EntityTypeBuilder<ClaimSeat> builder)
    {
        builder.ToTable("ClaimSeats", table => table.HasCheckConstraint(
            "ck_claim_seats_owner", "(\"BookingId\" IS NULL) <> (\"HolderKey\" IS NULL) AND (\"HolderKey\" IS NULL) = (\"HeldUntil\" IS NULL)"));
        builder.HasKey(seat => new { seat.ClaimId, seat.Number });
        builder.Property(seat => seat.HolderKey).HasMaxLength(32);
        builder.HasOne<Booking>().WithMany().HasForeignKey(seat => seat.BookingId);
        builder.HasIndex(seat => seat.HolderKey);
        builder.HasIndex(seat => seat.HeldUntil);
    }
}
