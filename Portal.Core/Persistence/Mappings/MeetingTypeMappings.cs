using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.MeetingTypes;

namespace Portal.Core.Persistence.Mappings;

internal sealed class MeetingTypeMapping : IEntityTypeConfiguration<MeetingType>
{
    public void Configure(EntityTypeBuilder<MeetingType> builder)
    {
        builder.Property(type => type.Slug).HasMaxLength(64);
        builder.Property(type => type.Name).HasMaxLength(200);
        builder.Property(type => type.Description).HasMaxLength(2000);
        builder.Property(type => type.LinkKey).HasMaxLength(64);
        builder.Property(type => type.VideoProvider).HasMaxLength(32);
        builder.Property(type => type.FurtherLengths).HasConversion<Converters.DurationsConverter, Converters.DurationsComparer>();
        builder.Property(type => type.Version).IsConcurrencyToken();
        builder.ComplexProperty(type => type.Policy);
        builder.Ignore(type => type.Lengths);
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

internal sealed class MeetingQuestionMapping : IEntityTypeConfiguration<MeetingQuestion>
{
    public void Configure(EntityTypeBuilder<MeetingQuestion> builder)
    {
        builder.ToTable("MeetingQuestions");
        // one added to a type that is tracked is new, though it brings its id
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.Property(question => question.Key).HasMaxLength(40);
        builder.Property(question => question.Label).HasMaxLength(200);
        builder.Property(question => question.Hint).HasMaxLength(500);
        builder.HasOne<MeetingType>().WithMany(type => type.Questions).HasForeignKey(question => question.MeetingTypeId);
        builder.HasIndex(question => new { question.MeetingTypeId, question.Key }).IsUnique();
    }
}
