using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Bookings;

/// <summary>Many visitors who all take one slot of one host at the same moment.</summary>
internal sealed class SlotRace(World world, MeetingType type)
{
    public const int Visitors = 64;

    private const string Slot = "2026-01-06T10:00";

    public MeetingType Type => type;

    public IReadOnlyList<Instant> TimesBeside { get; } =
        [World.At("2026-01-06T09:00"), World.At("2026-01-06T09:30"), World.At("2026-01-06T10:30")];

    public static async Task<SlotRace> PrepareAsync(World world)
    {
        var acme = await world.AddOrganizationAsync();
        return new SlotRace(world, await world.AddMeetingTypeAsync(acme, [await world.AddHostAsync(acme)]));
    }

    public Task<IReadOnlyList<BookSlotOutcome>> RunAsync() =>
        Simultaneously.RunAsync(Visitors, () => world.TryBookAsync(type, Slot));

    /// <summary>How many got it; without the lock PostgreSQL may end an attempt as a deadlock, which got nothing.</summary>
    public async Task<int> CountBookedAsync()
    {
        var booked = await Simultaneously.RunAsync(Visitors, async () =>
        {
            try
            {
                return await world.TryBookAsync(type, Slot) is BookSlotOutcome.Booked;
            }
            catch (DbUpdateException exception) when (exception.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.DeadlockDetected })
            {
                return false;
            }
        });
        return booked.Count(one => one);
    }

    public Task<int> CountClaimsAsync() =>
        world.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.OrganizationId == type.OrganizationId));
}
