using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Bookings;
using Portal.Core.Chat;

namespace Portal.Core.Persistence.Mappings;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.Property(booking => booking.VisitorName).HasMaxLength(200);
        builder.Property(booking => booking.VisitorEmail).HasMaxLength(254);
        builder.Property(booking => booking.Notes).HasMaxLength(4000);
        builder.Property(booking => booking.Article).HasMaxLength(200);
        builder.Property(booking => booking.CancellationReason).HasMaxLength(500);
        builder.Property(booking => booking.ResultNote).HasMaxLength(2000);
        builder.Property(booking => booking.Version).IsConcurrencyToken();
        builder.HasOne(booking => booking.Organization).WithMany().HasForeignKey(booking => booking.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(booking => booking.MeetingType).WithMany().HasForeignKey(booking => booking.MeetingTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(booking => booking.Host).WithMany().HasForeignKey(booking => booking.HostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(booking => booking.Participants).WithOne(participant => participant.Booking).HasForeignKey(participant => participant.BookingId);
        builder.HasMany(booking => booking.Answers).WithOne().HasForeignKey(answer => answer.BookingId);
        builder.Property(booking => booking.RequestDigest).HasMaxLength(32);
        builder.HasIndex(booking => booking.RequestKey).IsUnique();
        builder.HasIndex(booking => booking.GroupId);
        builder.HasIndex(booking => booking.SessionSlotId);
        // how many of a type an email address has to come, and how many of it there are in a day
        builder.HasIndex(booking => new { booking.MeetingTypeId, booking.StartsAt });
        builder.HasIndex(booking => new { booking.OrganizationId, booking.StartsAt, booking.Id });
        builder.HasIndex(booking => new { booking.OrganizationId, booking.Status, booking.StartsAt });
        builder.HasIndex(booking => new { booking.OrganizationId, booking.HostId, booking.StartsAt });
        // the job that closes meetings nobody ended looks across organisations
        builder.HasIndex(booking => new { booking.Status, booking.EndsAt });
    }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.Property(participant => participant.Name).HasMaxLength(200);
        builder.Property(participant => participant.Email).HasMaxLength(254);
        builder.Property(participant => participant.RejectionReason).HasMaxLength(500);
        builder.Property(participant => participant.HostMessage).HasMaxLength(500);
        builder.Property(participant => participant.ImpressionNote).HasMaxLength(1000);
        builder.Property(participant => participant.Version).IsConcurrencyToken();
        builder.HasIndex(participant => new { participant.OrganizationId, participant.Admission, participant.WaitingSince });
        builder.HasIndex(participant => participant.DisconnectedAt);
        // the job that clears the doors looks across organisations, at the few who wait
        builder.HasIndex(participant => participant.LastSeenAt).HasFilter("\"Admission\" = 'waiting'");
        // a collective meeting is on the agenda of each of its hosts
        builder.HasIndex(participant => participant.UserId);
    }
}

internal sealed class BookingAnswerMapping : IEntityTypeConfiguration<BookingAnswer>
{
    public void Configure(EntityTypeBuilder<BookingAnswer> builder)
    {
        builder.ToTable("BookingAnswers");
        builder.HasKey(answer => new { answer.BookingId, answer.Position });
        builder.Property(answer => answer.Question).HasMaxLength(200);
        builder.Property(answer => answer.Value).HasMaxLength(4000);
    }
}

internal sealed class AccessLinkMapping : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> builder)
    {
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(32);
        builder.HasOne(link => link.Participant).WithMany().HasForeignKey(link => link.ParticipantId);
    }
}

internal sealed class VisitorBrowserMapping : IEntityTypeConfiguration<VisitorBrowser>
{
    public void Configure(EntityTypeBuilder<VisitorBrowser> builder)
    {
        builder.HasKey(browser => new { browser.ParticipantId, browser.BrowserId });
        builder.Property(browser => browser.CodeHash).HasMaxLength(32);
        builder.Property(browser => browser.Version).IsConcurrencyToken();
        builder.HasOne(browser => browser.Participant).WithMany().HasForeignKey(browser => browser.ParticipantId);
    }
}

internal sealed class ChatMessageMapping : IEntityTypeConfiguration<ChatMessage>
{
    public void Configure(EntityTypeBuilder<ChatMessage> builder)
    {
        builder.Property(message => message.AuthorName).HasMaxLength(200);
        builder.Property(message => message.Text).HasMaxLength(ChatMessage.LongestText);
        builder.HasOne<Booking>().WithMany().HasForeignKey(message => message.BookingId);
        builder.HasIndex(message => new { message.BookingId, message.Id });
    }
}
