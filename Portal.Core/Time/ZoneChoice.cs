using NodaTime;

namespace Portal.Core.Time;

/// <summary>A time zone a person can choose.</summary>
/// <param name="Id">The tzdb id, e.g. <c>America/Argentina/Buenos_Aires</c>.</param>
/// <param name="City">e.g. <c>Buenos Aires</c>.</param>
/// <param name="Region">e.g. <c>America</c>.</param>
/// <param name="Country">e.g. <c>Argentina</c>; empty for UTC.</param>
/// <param name="Offset">Wall time minus UTC at the moment asked for.</param>
public sealed record ZoneChoice(string Id, string City, string Region, string Country, Offset Offset);
