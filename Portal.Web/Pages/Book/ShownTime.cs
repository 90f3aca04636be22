using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Web.Pages.Book;

/// <summary>An open time on the visitor's clock.</summary>
/// <param name="Offset"><c>UTC+2</c> where the clock shows this time twice that day, else null.</param>
public readonly record struct ShownTime(OpenSlot Slot, LocalDateTime At, string? Offset)
{
    public string PartOfDay => At.Hour switch
    {
        < 12 => "Morning",
        < 18 => "Afternoon",
        _ => "Evening",
    };
}
