namespace Portal.Core.Scheduling.Holidays;

/// <summary>A country, or a part of one that has holidays of its own.</summary>
/// <param name="Id">The country's code alone, or with that of the part: <c>DE</c>, <c>DE-BY</c>. Stored, so it never changes.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Country">The two letters the id begins with.</param>
public sealed record HolidayRegion(string Id, string Name, string Country);
