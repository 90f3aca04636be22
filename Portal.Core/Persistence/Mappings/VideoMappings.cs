using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Organizations;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Persistence.Mappings;

internal sealed class StoredVideoAccountMapping : IEntityTypeConfiguration<StoredVideoAccount>
{
    public void Configure(EntityTypeBuilder<StoredVideoAccount> builder)
    {
        builder.ToTable("VideoAccounts");
        builder.HasKey(account => new { account.OrganizationId, account.ProviderId });
        builder.Property(account => account.ProviderId).HasMaxLength(32);
        builder.HasOne<Organization>().WithMany().HasForeignKey(account => account.OrganizationId);
    }
}

internal sealed class VideoRoomMapping : IEntityTypeConfiguration<VideoRoom>
{
    public void Configure(EntityTypeBuilder<VideoRoom> builder)
    {
        builder.HasKey(room => room.RoomName);
        builder.Property(room => room.RoomName).HasMaxLength(64);
        builder.Property(room => room.ProviderId).HasMaxLength(32);
        builder.Property(room => room.ExternalId).HasMaxLength(64);
        builder.Property(room => room.FellBackFrom).HasMaxLength(32);
        builder.Property(room => room.FellBackReason).HasMaxLength(VideoRoom.LongestReason);
        builder.Property(room => room.RecordingId).HasMaxLength(64);
        builder.Ignore(room => room.AtProvider);
        builder.HasIndex(room => room.MeetingId);
        builder.HasIndex(room => new { room.OrganizationId, room.OpenedAt });
        // the job that asks the providers looks across organisations, at the few that are open
        builder.HasIndex(room => room.OpenedAt).HasFilter("\"EndedAt\" IS NULL");
    }
}

internal sealed class VideoEventMapping : IEntityTypeConfiguration<VideoEvent>
{
    public void Configure(EntityTypeBuilder<VideoEvent> builder)
    {
        builder.HasKey(heard => new { heard.ProviderId, heard.EventId });
        builder.Property(heard => heard.ProviderId).HasMaxLength(32);
        builder.Property(heard => heard.EventId).HasMaxLength(VideoEvent.LongestId);
        builder.HasIndex(heard => heard.HeardAt);
    }
}
