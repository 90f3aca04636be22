using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Availability.Editing;

/// <param name="LastDay">Inclusive.</param>
public sealed record AddTimeOffRequest(HostKey Host, LocalDate FirstDay, LocalDate LastDay, string? Note, Actor By);
