using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A place in the list of bookings: the start of one, and its id for those that start together.</summary>
public sealed record BookingCursor(Instant StartsAt, Guid Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BookingCursor? cursor)
    {
        cursor = text?.Split('-', 2) is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && start <= Instant.MaxValue.ToUnixTimeTicks()
            && Guid.TryParseExact(id, "N", out var guid)
                ? new BookingCursor(Instant.FromUnixTimeTicks(start), guid)
                : null;
        return cursor is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartsAt.ToUnixTimeTicks()}-{Id:N}");
}
