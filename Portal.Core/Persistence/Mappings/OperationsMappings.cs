using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Operations;
using Portal.Core.Video.Direct;

namespace Portal.Core.Persistence.Mappings;

internal sealed class NodeMapping : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.Property(node => node.Name).HasMaxLength(200);
        builder.Property(node => node.Version).HasMaxLength(100);
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.HasKey(run => run.Job);
        builder.Property(run => run.Job).HasMaxLength(64);
        builder.Property(run => run.NodeName).HasMaxLength(200);
        builder.Property(run => run.Failure).HasMaxLength(1000);
    }
}

internal sealed class CallSeatMapping : IEntityTypeConfiguration<CallSeat>
{
    public void Configure(EntityTypeBuilder<CallSeat> builder)
    {
        builder.HasKey(seat => new { seat.RoomName, seat.Number });
        builder.Property(seat => seat.RoomName).HasMaxLength(64);
        builder.Property(seat => seat.Name).HasMaxLength(200);
        builder.Property(seat => seat.ConnectionId).HasMaxLength(64);
        builder.Property(seat => seat.PageId).HasMaxLength(64);
        builder.Property(seat => seat.Hand).HasDefaultValue(false);
        builder.Property(seat => seat.Recording).HasDefaultValue(false);
        builder.Ignore(seat => seat.Media);
        builder.HasIndex(seat => new { seat.RoomName, seat.ParticipantId }).IsUnique();
        builder.HasIndex(seat => seat.NodeId);
    }
}

internal sealed class CallMessageMapping : IEntityTypeConfiguration<CallMessage>
{
    public void Configure(EntityTypeBuilder<CallMessage> builder)
    {
        builder.Property(message => message.ConnectionId).HasMaxLength(64);
        builder.Property(message => message.Method).HasMaxLength(32);
        builder.HasIndex(message => message.ConnectionId);
    }
}
