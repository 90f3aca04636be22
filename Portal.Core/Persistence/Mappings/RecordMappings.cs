using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Auditing;
using Portal.Core.Notifications;

namespace Portal.Core.Persistence.Mappings;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(message => message.Kind).HasMaxLength(64);
        builder.Property(message => message.LastError).HasMaxLength(1000);
        builder.HasIndex(message => new { message.SentAt, message.FailedAt, message.DueAt });
        builder.HasIndex(message => message.BookingId);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.ActorName).HasMaxLength(200);
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.Detail).HasMaxLength(1000);
        builder.HasIndex(entry => new { entry.OrganizationId, entry.Id });
        builder.HasIndex(entry => entry.BookingId);
    }
}
