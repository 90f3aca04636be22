using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Scheduling;
using Portal.Core.Scheduling.Holidays;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>The usual week as the editor shows and gets it, Monday first.</summary>
public sealed class WeekInput
{
    public const int DaysPerWeek = 7;

    /// <summary>Of the schedule that was opened.</summary>
    public int Version { get; set; }

    [Required(ErrorMessage = "Choose the time zone the hours are meant in."), Display(Name = "Time zone")]
    public string? Zone { get; set; }

    [Range(1, 100, ErrorMessage = "A day's limit is a number from 1 to 100."), Display(Name = "Most meetings a day")]
    public int? MostPerDay { get; set; }

    [Range(1, 500, ErrorMessage = "A week's limit is a number from 1 to 500."), Display(Name = "Most meetings a week")]
    public int? MostPerWeek { get; set; }

    /// <summary>Of <see cref="PublicHolidays.Regions"/>; empty for none.</summary>
    [Display(Name = "Public holidays")]
    public string? HolidayRegion { get; set; }

    public List<DayInput> Days { get; set; } = [];

    public static WeekInput Of(HostSchedule schedule)
    {
        var input = new WeekInput
        {
            Version = schedule.Version,
            Zone = schedule.Zone.Id,
            MostPerDay = schedule.MostPerDay,
            MostPerWeek = schedule.MostPerWeek,
            HolidayRegion = schedule.HolidayRegion,
        };
        input.Complete();
        foreach (var range in schedule.Hours.Ranges)
            input.Add(range);
        return input;
    }

    public static string NameOf(int day) => ((IsoDayOfWeek)(day + 1)).ToString();

    /// <summary>Seven days, whatever was sent.</summary>
    public void Complete()
    {
        while (Days.Count < DaysPerWeek)
            Days.Add(new DayInput());
        if (Days.Count > DaysPerWeek)
            Days.RemoveRange(DaysPerWeek, Days.Count - DaysPerWeek);
    }

    /// <param name="saved">Stands in for each part that cannot be read.</param>
    /// <param name="problems">Gets a message for each of them; of hours it names the day and the range.</param>
    public UsualWeek Read(UsualWeek saved, Instant now, ModelStateDictionary problems)
    {
        Complete();
        return new UsualWeek(
            ReadZone(now, problems) ?? saved.Zone,
            ReadHours(problems) ?? saved.Hours,
            ReadRegion(saved.HolidayRegion, problems),
            IsRead(nameof(MostPerDay)) ? MostPerDay : saved.MostPerDay,
            IsRead(nameof(MostPerWeek)) ? MostPerWeek : saved.MostPerWeek);

        bool IsRead(string field) => problems.GetFieldValidationState($"Input.{field}") != ModelValidationState.Invalid;
    }

    private WeeklyHours? ReadHours(ModelStateDictionary problems)
    {
        var before = problems.ErrorCount;
        var ranges = Days.SelectMany((day, index) => RangeReading
            .Read(day.Ranges, NameOf(index), $"Input.Days[{index}].Ranges", problems)
            .Select(range => new WeeklyRange((IsoDayOfWeek)(index + 1), range.From, range.To))).ToList();
        return problems.ErrorCount == before ? new WeeklyHours(ranges) : null;
    }

    // by its id, or by what a person calls it when only one place is called so
    private DateTimeZone? ReadZone(Instant now, ModelStateDictionary problems)
    {
        if (Zones.TryFind(Zone?.Trim(), out var zone) || string.IsNullOrWhiteSpace(Zone))
            return zone;
        var found = ZoneSearch.Find(Zone, now);
        if (found is [var only] || (only = found.FirstOrDefault(place => place.City.Equals(Zone.Trim(), StringComparison.OrdinalIgnoreCase))) is not null)
            return DateTimeZoneProviders.Tzdb[only.Id];
        problems.AddModelError("Input.Zone", $"“{Zone}” is not one time zone. Choose one from the list, such as Europe/Berlin.");
        return null;
    }

    private string? ReadRegion(string? saved, ModelStateDictionary problems)
    {
        if (string.IsNullOrEmpty(HolidayRegion))
            return null;
        if (PublicHolidays.Regions.Any(region => region.Id == HolidayRegion))
            return HolidayRegion;
        problems.AddModelError("Input.HolidayRegion", "Choose a region from the list.");
        return saved;
    }

    // hours past midnight are shown as the end of one day and the beginning of the next
    private void Add(WeeklyRange range)
    {
        var day = (int)range.Day - 1;
        if (range.To > range.From || range.To == LocalTime.Midnight)
        {
            Days[day].Ranges.Add(Write(range.From, range.To));
            return;
        }
        Days[day].Ranges.Add(Write(range.From, LocalTime.Midnight));
        Days[(day + 1) % DaysPerWeek].Ranges.Insert(0, Write(LocalTime.Midnight, range.To));
    }

    private static RangeInput Write(LocalTime from, LocalTime to) => new() { From = MeetingTime.Clock(from), To = MeetingTime.Clock(to) };
}
