using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Time;

namespace Portal.Web.Api;

/// <summary>A single session as a script offers it.</summary>
/// <param name="Date"><c>2026-11-24</c>, in the professional's zone as the times are.</param>
/// <param name="Start"><c>14:00</c></param>
/// <param name="End"><c>14:45</c>; 00:00 is midnight at the end of the date.</param>
/// <param name="Price">In minor units (X8).</param>
/// <param name="Currency">Only to be refused when it is not the organisation's.</param>
/// <param name="MeetingTypeId">Null for the professional's own type for sessions.</param>
/// <param name="ProfessionalId">Only to be refused when it is somebody else (X7).</param>
public sealed record SessionRequest(
    string? Date, string? Start, string? End, long? Price, string? Currency = null, Guid? MeetingTypeId = null, Guid? ProfessionalId = null)
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public LocalDate? ReadDate() => DateText.Read(Date);

    public static LocalTime? ReadTime(string? text) => Minute.Parse(text ?? "") is { Success: true, Value: var time } ? time : null;

    /// <returns>Null for a body that is none.</returns>
    public static async Task<SessionRequest?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            return null;
        try
        {
            return await http.Request.ReadFromJsonAsync<SessionRequest>(SnakeCase, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
