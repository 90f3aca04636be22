namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>
/// Where something stands in a column, as the classes <c>frontend/calendar.css</c> has for it: an inline style would be
/// refused by the content security policy.
/// </summary>
/// <param name="Lane">Of <paramref name="Lanes"/> side by side, from 0.</param>
public readonly record struct CalendarPlace(AxisPlace Place, int Lane = 0, int Lanes = 1)
{
    // the steps and lanes there are classes for
    private const int Step = 5;
    private const int MostLanes = 8;

    public string Classes
    {
        get
        {
            var first = Place.At / Step;
            var last = (Place.At + Place.For + Step - 1) / Step;
            var place = $"[--at:{first}] [--for:{last - first}]";
            return Lanes == 1 ? place : $"{place} [--lane:{Math.Min(Lane, MostLanes - 1)}] [--lanes:{Math.Min(Lanes, MostLanes)}]";
        }
    }

    /// <summary>What overlaps stands side by side; whatever hangs together has as many lanes as it needs.</summary>
    /// <param name="places">In the order of their beginning.</param>
    public static IReadOnlyList<CalendarPlace> SideBySide(IReadOnlyList<AxisPlace> places)
    {
        var lanes = new int[places.Count];
        var placed = new CalendarPlace[places.Count];
        for (int first = 0, next; first < places.Count; first = next)
        {
            var ends = new List<int>();
            for (next = first; next < places.Count && (next == first || places[next].At < ends.Max()); next++)
            {
                var place = places[next];
                var free = ends.FindIndex(end => end <= place.At);
                lanes[next] = free >= 0 ? free : ends.Count;
                if (free >= 0)
                    ends[free] = place.At + place.For;
                else
                    ends.Add(place.At + place.For);
            }

            for (var index = first; index < next; index++)
                placed[index] = new CalendarPlace(places[index], lanes[index], ends.Count);
        }

        return placed;
    }
}
