using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>The hours of one date as typed.</summary>
public sealed class DateInput
{
    private const string Usual = "usual";
    private const string Closed = "closed";

    public bool IsClosed { get; set; }

    public List<RangeInput> Ranges { get; set; } = [];

    [StringLength(200, ErrorMessage = "Keep the note to 200 characters.")]
    public string? Note { get; set; }

    /// <summary>What the date had when the form was opened, as <see cref="WriteBefore"/> wrote it.</summary>
    public string Before { get; set; } = Usual;

    /// <param name="current">Null for the usual hours, which are a start to change them from.</param>
    public static DateInput Of(DateOverride? current, IEnumerable<TimeRange> usual)
    {
        var hours = current is null ? usual : current.Hours;
        var input = new DateInput
        {
            IsClosed = current is { Hours.IsEmpty: true },
            Ranges = [.. hours.Select(range => new RangeInput { From = MeetingTime.Clock(range.From), To = MeetingTime.Clock(range.To) })],
            Note = current?.Note,
            Before = WriteBefore(current),
        };
        if (input.Ranges.Count == 0)
            input.Ranges.Add(new RangeInput());
        return input;
    }

    public static string WriteBefore(DateOverride? current) => current is null ? Usual : current.Hours.IsEmpty ? Closed : DayExceptions.ToText(current.Hours);

    /// <param name="problems">Gets what is wrong with the hours; then there is nothing to ask for.</param>
    public SaveDateOverrideRequest ToRequest(HostKey host, LocalDate date, Actor by, ModelStateDictionary problems) =>
        new(host, date, ReadHours(date, problems), string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), ReadBefore(), by);

    // null when the date had its usual hours
    private ImmutableArray<TimeRange>? ReadBefore()
    {
        try
        {
            return Before switch { Usual => null, Closed => [], _ => DayExceptions.Parse(Before) };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private ImmutableArray<TimeRange> ReadHours(LocalDate date, ModelStateDictionary problems)
    {
        if (IsClosed)
            return [];
        var hours = RangeReading.Read(Ranges, MeetingTime.Day(date), "Input.Ranges", problems);
        if (hours.IsEmpty && problems.IsValid)
            problems.AddModelError("Input.Ranges[0].From", $"{MeetingTime.Day(date)} has no hours. Enter some, or close the date.");
        return hours;
    }

    /// <param name="act"><c>add</c> or <c>remove:1</c>.</param>
    public void Apply(string? act)
    {
        if (act == "add" && Ranges.Count < RangeReading.Most)
            Ranges.Add(new RangeInput());
        else if (act?.Split(':') is ["remove", var number] && int.TryParse(number, out var index) && index >= 0 && index < Ranges.Count)
            Ranges.RemoveAt(index);
        IsClosed = false;
    }
}
