using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>Into how many equal parts an hour is divided, so that times begin with one of them; classes of booking.css for it.</summary>
public readonly record struct HourParts(int Count)
{
    // the finest holds a start every five minutes
    private static readonly int[] Divisions = [1, 2, 3, 4, 6, 12];

    public string Class => $"parts-{Count}";

    /// <param name="most">Where there is no room for more; what begins in between stands with the part before it.</param>
    public static HourParts Of(IEnumerable<ShownTime> times, int most = 12)
    {
        var minutes = times.Select(time => time.At.Minute).Distinct().ToList();
        var fit = Array.Find(Divisions, parts => minutes.TrueForAll(minute => minute * parts % 60 == 0));
        return new HourParts(Math.Min(fit == 0 ? Divisions[^1] : fit, most));
    }

    /// <summary>Which part of its hour a time begins in, from 0.</summary>
    public int Of(LocalDateTime time) => time.Minute * Count / 60;

    /// <summary>The first hour and the first part need no saying.</summary>
    public static string Place(string name, int index) => index == 0 ? "" : $"{name}-{index}";
}
