namespace Portal.Web.Api;

/// <summary>The open times of a meeting type.</summary>
/// <param name="MeetingType">Its word in addresses.</param>
/// <param name="Zone">In which the days are meant.</param>
/// <param name="Days">All that were asked for, also those without an open time.</param>
public sealed record OpenDays(string MeetingType, string Name, int LengthMinutes, string Zone, IReadOnlyList<OpenDays.Day> Days)
{
    /// <param name="Date"><c>2026-11-24</c></param>
    public sealed record Day(string Date, IReadOnlyList<Slot> Slots);

    /// <param name="Start">UTC.</param>
    /// <param name="End">UTC.</param>
    /// <param name="WallTime">The start on the clocks of the zone: <c>2026-11-24T14:00</c>.</param>
    /// <param name="SeatsLeft">1 but for a group meeting.</param>
    /// <param name="Hosts">Where it is certain who holds it.</param>
    public sealed record Slot(string Start, string End, string WallTime, string Zone, int SeatsLeft, IReadOnlyList<string> Hosts);
}
