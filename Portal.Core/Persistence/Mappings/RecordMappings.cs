using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Auditing;
using Portal.Core.Notifications;

namespace Portal.Core.Persistence.Mappings;

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    /// <summary>Name of the index; SQLite names the columns instead.</summary>
    public const string PlannedOnce = "IX_Outbox_PlannedOnce";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(message => message.Kind).HasMaxLength(64);
        builder.Property(message => message.LastError).HasMaxLength(1000);
        builder.HasIndex(message => new { message.SentAt, message.FailedAt, message.DueAt });
        builder.HasIndex(message => message.BookingId);
        // any number of nodes plan reminders at once, and each of them is planned once (R5)
        builder.HasIndex(message => new { message.BookingId, message.ParticipantId, message.Kind, message.MeetingSequence, message.MinutesBefore })
            .IsUnique()
            .HasDatabaseName(PlannedOnce);
        builder.HasIndex(message => new { message.OrganizationId, message.Id }, "IX_Outbox_Organization");
        builder.HasIndex(message => new { message.OrganizationId, message.Id }, "IX_Outbox_Waiting")
            .HasFilter("\"SentAt\" IS NULL AND \"FailedAt\" IS NULL");
        builder.HasIndex(message => new { message.OrganizationId, message.Id }, "IX_Outbox_Failed").HasFilter("\"FailedAt\" IS NOT NULL");
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
