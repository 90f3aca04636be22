using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;

namespace Portal.Core.Persistence.Mappings;

internal sealed class MeetingTypeMapping : IEntityTypeConfiguration<MeetingType>
{
    public void Configure(EntityTypeBuilder<MeetingType> builder)
    {
        builder.Property(type => type.Slug).HasMaxLength(64);
        builder.Property(type => type.Name).HasMaxLength(200);
        builder.Property(type => type.Description).HasMaxLength(2000);
        builder.HasOne(type => type.Organization).WithMany().HasForeignKey(type => type.OrganizationId);
        builder.HasIndex(type => new { type.OrganizationId, type.Slug }).IsUnique();
    }
}

internal sealed class MeetingTypeHostMapping : IEntityTypeConfiguration<MeetingTypeHost>
{
    public void Configure(EntityTypeBuilder<MeetingTypeHost> builder)
    {
        builder.HasKey(host => new { host.MeetingTypeId, host.HostId });
        builder.HasOne<MeetingType>().WithMany(type => type.Hosts).HasForeignKey(host => host.MeetingTypeId);
        builder.HasOne(host => host.Host).WithMany().HasForeignKey(host => host.HostId);
    }
}

internal sealed class HostScheduleMapping : IEntityTypeConfiguration<HostSchedule>
{
    public void Configure(EntityTypeBuilder<HostSchedule> builder)
    {
        builder.HasKey(schedule => new { schedule.OrganizationId, schedule.HostId });
        builder.HasOne<Organization>().WithMany().HasForeignKey(schedule => schedule.OrganizationId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(schedule => schedule.HostId);
    }
}

internal sealed class TimeClaimMapping : IEntityTypeConfiguration<TimeClaim>
{
    public void Configure(EntityTypeBuilder<TimeClaim> builder)
    {
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(claim => claim.HostId);
        builder.HasOne<Organization>().WithMany().HasForeignKey(claim => claim.OrganizationId);
        builder.HasOne<Booking>().WithMany().HasForeignKey(claim => claim.BookingId);
        builder.HasIndex(claim => new { claim.HostId, claim.StartsAt });
        // refused by the database too, by an exclusion constraint or a trigger: see the first migration of each set
        builder.ToTable(table => table.HasCheckConstraint("ck_time_claims_order", "\"StartsAt\" < \"EndsAt\""));
    }
}
