using NodaTime;

namespace Portal.Core.Bookings;

/// <param name="Zone">Whose days the meetings are sorted into.</param>
public sealed record FindAgendaRequest(Guid OrganizationId, Guid HostId, DateTimeZone Zone);
