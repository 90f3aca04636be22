namespace Portal.Core.Time;

/// <summary>
/// The years meetings are in. Somebody may send any moment; beyond these none is ever offered, and adding a length or a
/// buffer to it might not be possible.
/// </summary>
public static class MeetingYears
{
    public static bool Contain(int year) => year is >= 2000 and < 2200;
}
