using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;

namespace Portal.Core.Persistence.Mappings;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Property(organization => organization.Slug).HasMaxLength(64);
        builder.Property(organization => organization.Name).HasMaxLength(200);
        builder.Property(organization => organization.Currency).HasMaxLength(3);
        builder.Property(organization => organization.LateHostAfter).HasDefaultValue(Duration.FromMinutes(5));
        // zero is a choice of its own
        builder.Property(organization => organization.AskAgainAfter).HasDefaultValue(Participant.RetryAfter).HasSentinel(Participant.RetryAfter);
        builder.Property(organization => organization.Reminders)
            .HasConversion<Converters.DurationsConverter, Converters.DurationsComparer>()
            .HasMaxLength(64)
            .HasDefaultValue(Reminders.Usual);
        builder.Property(organization => organization.ChatAtTheDoor).HasDefaultValue(true);
        builder.Property(organization => organization.KeepsCallChat).HasDefaultValue(true);
        builder.Property(organization => organization.AllowsLocalRecording).HasDefaultValue(false);
        builder.Property(organization => organization.VideoProvider).HasMaxLength(32);
        builder.HasIndex(organization => organization.Slug).IsUnique();
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasKey(member => new { member.OrganizationId, member.UserId });
        builder.HasOne(member => member.Organization).WithMany().HasForeignKey(member => member.OrganizationId);
        builder.HasOne(member => member.User).WithMany().HasForeignKey(member => member.UserId);
        builder.Property(member => member.ProfileSlug).HasMaxLength(64);
        builder.Property(member => member.ProfileText).HasMaxLength(4000);
        builder.HasIndex(member => member.UserId);
        builder.HasIndex(member => new { member.OrganizationId, member.ProfileSlug }).IsUnique();
    }
}

internal sealed class MemberPhotoMapping : IEntityTypeConfiguration<MemberPhoto>
{
    public void Configure(EntityTypeBuilder<MemberPhoto> builder)
    {
        builder.HasKey(photo => new { photo.OrganizationId, photo.UserId });
        builder.Property(photo => photo.ContentType).HasMaxLength(32);
        builder.Property(photo => photo.Fingerprint).HasMaxLength(64);
        builder.HasOne<Member>().WithMany().HasForeignKey(photo => new { photo.OrganizationId, photo.UserId });
    }
}

internal sealed class PortalUserMapping : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder) =>
        builder.Property(user => user.DisplayName).HasMaxLength(200);
}
