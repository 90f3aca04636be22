using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Chat;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Operations;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Persistence;

public abstract class PortalDbContext : IdentityUserContext<PortalUser, Guid>
{
    // Identity reads its schema version from the application's services; the migrations tool and the tests build
    // contexts without any, and would get the model of another version.
    private static readonly ServiceProvider ModelServices = new ServiceCollection()
        .Configure<IdentityOptions>(AccountRules.Apply)
        .BuildServiceProvider();

    // a transaction in which a save failed is given up; to be able to go on would cost every save two round trips more
    protected PortalDbContext(DbContextOptions options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MeetingType> MeetingTypes => Set<MeetingType>();

    public DbSet<MeetingQuestion> MeetingQuestions => Set<MeetingQuestion>();

    public DbSet<MemberPhoto> MemberPhotos => Set<MemberPhoto>();

    public DbSet<HostSchedule> HostSchedules => Set<HostSchedule>();

    public DbSet<DateOverride> DateOverrides => Set<DateOverride>();

    public DbSet<TimeOff> TimesOff => Set<TimeOff>();

    public DbSet<SessionSlot> SessionSlots => Set<SessionSlot>();

    public DbSet<TimeClaim> TimeClaims => Set<TimeClaim>();

    public DbSet<ClaimSeat> ClaimSeats => Set<ClaimSeat>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<AccessLink> AccessLinks => Set<AccessLink>();

    public DbSet<VisitorBrowser> VisitorBrowsers => Set<VisitorBrowser>();

    public DbSet<ChatMessage> ChatMessages => Set<ChatMessage>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Node> Nodes => Set<Node>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<CallSeat> CallSeats => Set<CallSeat>();

    public DbSet<CallMessage> CallMessages => Set<CallMessage>();

    public DbSet<StoredVideoAccount> VideoAccounts => Set<StoredVideoAccount>();

    public DbSet<VideoRoom> VideoRooms => Set<VideoRoom>();

    public DbSet<VideoEvent> VideoEvents => Set<VideoEvent>();

    /// <summary>
    /// Begins the transaction in which the time of these hosts may be taken: until it ends nobody else takes any of it. When
    /// it is committed, what was computed from these hosts' time before is stale, on every node.
    /// </summary>
    public abstract Task<IDbContextTransaction> LockHostTimeAsync(IEnumerable<Guid> hosts, CancellationToken ct);

    /// <summary>True while others of this process are known to have, or wait for, that transaction for one of these hosts.</summary>
    public abstract bool MustWaitForHostTime(IEnumerable<Guid> hosts);

    /// <summary>True when the database refused a claim because it overlaps another of the same host.</summary>
    public abstract bool IsHostTimeOverlap(DbUpdateException exception);

    /// <summary>True when the database refused a second booking with the key of another.</summary>
    public abstract bool IsRequestRepeated(DbUpdateException exception);

    /// <summary>True when the database refused a meeting type because another of the organisation has its slug.</summary>
    public abstract bool IsMeetingTypeSlugTaken(DbUpdateException exception);

    /// <summary>True when the database refused a reminder because another node has planned it.</summary>
    public abstract bool IsReminderPlanned(DbUpdateException exception);

    /// <returns>What the database's own clock shows, for nodes whose clocks differ; null where the database has none but the machine's.</returns>
    public abstract Task<Instant?> ReadClockAsync(CancellationToken ct);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var _ = DetectOnce();
        RaiseVersions();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var _ = DetectOnce();
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(ModelServices);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeZone>().HaveConversion<Converters.ZoneConverter>().HaveMaxLength(64);
        configurationBuilder.Properties<WeeklyHours>().HaveConversion<Converters.WeeklyHoursConverter>();
        configurationBuilder.Properties<Duration>().HaveConversion<Converters.MinutesConverter>();
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<Converters.LocalDateTimeConverter>().HaveMaxLength(32);
        configurationBuilder.Properties<LocalDate>().HaveConversion<Converters.LocalDateConverter>();
        configurationBuilder.Properties<BookingStatus>().HaveConversion<Converters.WordConverter<BookingStatus>>().HaveMaxLength(16);
        configurationBuilder.Properties<NetworkPath>().HaveConversion<Converters.WordConverter<NetworkPath>>().HaveMaxLength(16);
        configurationBuilder.Properties<MeetingResult>().HaveConversion<Converters.WordConverter<MeetingResult>>().HaveMaxLength(16);
        configurationBuilder.Properties<Impression>().HaveConversion<Converters.WordConverter<Impression>>().HaveMaxLength(16);
        configurationBuilder.Properties<ParticipantRole>().HaveConversion<Converters.WordConverter<ParticipantRole>>().HaveMaxLength(16);
        configurationBuilder.Properties<DeviceState>().HaveConversion<Converters.WordConverter<DeviceState>>().HaveMaxLength(16);
        configurationBuilder.Properties<Admission>().HaveConversion<Converters.WordConverter<Admission>>().HaveMaxLength(16);
        configurationBuilder.Properties<MissingSide>().HaveConversion<Converters.WordConverter<MissingSide>>().HaveMaxLength(16);
        configurationBuilder.Properties<MemberRole>().HaveConversion<Converters.WordConverter<MemberRole>>().HaveMaxLength(16);
        configurationBuilder.Properties<HostAssignment>().HaveConversion<Converters.WordConverter<HostAssignment>>().HaveMaxLength(16);
        configurationBuilder.Properties<MeetingTypeVisibility>().HaveConversion<Converters.WordConverter<MeetingTypeVisibility>>().HaveMaxLength(16);
        configurationBuilder.Properties<QuestionKind>().HaveConversion<Converters.WordConverter<QuestionKind>>().HaveMaxLength(16);
        configurationBuilder.Properties<LinkPurpose>().HaveConversion<Converters.WordConverter<LinkPurpose>>().HaveMaxLength(16);
        configurationBuilder.Properties<DropReason>().HaveConversion<Converters.WordConverter<DropReason>>().HaveMaxLength(32);
        configurationBuilder.Properties<ActorKind>().HaveConversion<Converters.WordConverter<ActorKind>>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }

    // otherwise everybody who asks for entries while they are saved compares every value once more
    private DetectingAgain DetectOnce()
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        return new DetectingAgain(ChangeTracker);
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = (int)entry.Property("Version").OriginalValue! + 1;
    }

    private readonly struct DetectingAgain(ChangeTracker tracker) : IDisposable
    {
        public void Dispose() => tracker.AutoDetectChangesEnabled = true;
    }
}
