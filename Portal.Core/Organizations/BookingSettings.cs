using NodaTime;

namespace Portal.Core.Organizations;

/// <summary>What an organisation decides about booking as a whole.</summary>
/// <param name="HoldLength">How long an open form keeps its time from others; whole minutes.</param>
/// <param name="Currency">ISO 4217, upper case; what prices are in.</param>
/// <param name="LowestPrice">Of a session, in minor units.</param>
/// <param name="HighestPrice">Of a session, in minor units.</param>
/// <param name="Reminders">How long before a meeting its people are reminded; none for no reminders.</param>
public sealed record BookingSettings(Duration HoldLength, string Currency, long LowestPrice, long HighestPrice, IReadOnlyList<Duration> Reminders);
