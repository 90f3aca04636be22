using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>Where a meeting is to be moved, as it is typed: a wall time.</summary>
public sealed class MoveInput
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    [Required(ErrorMessage = "Choose a day.")]
    public string? Date { get; set; }

    [Required(ErrorMessage = "Choose a time.")]
    public string? Time { get; set; }

    /// <summary>The zone both are meant in; the host's unless the form was opened elsewhere.</summary>
    public string? Zone { get; set; }

    /// <summary>Null keeps the length.</summary>
    [Range(5, 720, ErrorMessage = "Choose between 5 minutes and 12 hours.")]
    public int? Minutes { get; set; }

    [StringLength(500, ErrorMessage = "Keep it to 500 characters.")]
    public string? Note { get; set; }

    public Duration? Length => Minutes is { } minutes ? Duration.FromMinutes(minutes) : null;

    /// <param name="asked">What the address asks for; anything else starts at the present time.</param>
    public static MoveInput Of(Booking booking, IQueryCollection asked)
    {
        var input = new MoveInput { Zone = asked["zone"] };
        var start = booking.StartsAt.InZone(input.ZoneOr(booking.HostZone));
        input.Date = DatePattern.Format(DateText.Read(asked["date"]) ?? start.Date);
        input.Time = TimePattern.Parse(asked["time"].ToString()).Success ? asked["time"].ToString() : TimePattern.Format(start.TimeOfDay);
        return input;
    }

    public DateTimeZone ZoneOr(DateTimeZone usual) => Zones.TryFind(Zone, out var zone) ? zone : usual;

    /// <summary>When it is to be moved to: one moment, or two of which one has to be chosen.</summary>
    /// <param name="chosen">Instead of what is typed; null for that.</param>
    /// <param name="problems">Gets what is wrong with the time.</param>
    public IReadOnlyList<Instant> Read(Booking booking, Instant? chosen, Instant now, ModelStateDictionary problems)
    {
        if (chosen is { } one)
        {
            problems.Remove("Input.Date");
            problems.Remove("Input.Time");
            return Checked([one], booking, now, problems);
        }

        if (Moments(ZoneOr(booking.HostZone)) is { } moments)
            return Checked(moments, booking, now, problems);
        if (problems.IsValid)
            problems.AddModelError("Input.Date", "Choose a day and a time.");
        return [];
    }

    /// <summary>Valid input as the use case takes it.</summary>
    public RescheduleBookingRequest ToRequest(Booking booking, Instant start, Actor by) => new(booking.OrganizationId, booking.Id, start, null, by)
    {
        NewLength = Length,
        Reason = string.IsNullOrWhiteSpace(Note) ? null : Note,
    };

    private IReadOnlyList<Instant> Checked(IReadOnlyList<Instant> moments, Booking booking, Instant now, ModelStateDictionary problems)
    {
        var length = booking.EndsAt - booking.StartsAt;
        if (moments is [])
            problems.AddModelError("Input.Time", "The clock skips this time that day. Choose another.");
        else if (moments[^1] <= now)
            problems.AddModelError("Input.Date", "This time is past. Choose one to come.");
        else if (moments is [var only] && only == booking.StartsAt && (Length ?? length) == length)
            problems.AddModelError("Input.Time", "The meeting is at this time already.");
        return moments;
    }

    /// <summary>The moments the typed wall time can stand for: none where the clock skips it, two where it comes twice.</summary>
    /// <returns>Null when it cannot be read.</returns>
    public IReadOnlyList<Instant>? Moments(DateTimeZone zone)
    {
        if (DateText.Read(Date) is not { } date || TimePattern.Parse(Time ?? "") is not { Success: true, Value: var time })
            return null;
        var found = zone.MapLocal(date + time);
        return found.Count switch
        {
            0 => [],
            1 => [found.Single().ToInstant()],
            _ => [found.First().ToInstant(), found.Last().ToInstant()],
        };
    }
}
