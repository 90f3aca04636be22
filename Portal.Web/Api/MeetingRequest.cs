using System.Text.Json;

namespace Portal.Web.Api;

/// <summary>The body of the calls about one meeting.</summary>
/// <param name="As"><c>guest</c>: a member who looks at the meeting through a visitor's link.</param>
/// <param name="Provider">The provider the caller's page was made for; another is answered with 409.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
/// <param name="ParticipantId">Only to be refused when it is somebody else (X7).</param>
public sealed record MeetingRequest(Guid? BookingId, string? As = null, string? Provider = null, Guid? UserId = null, Guid? ParticipantId = null)
{
    /// <returns>Null for a body that is none.</returns>
    public static async Task<MeetingRequest?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            return null;
        try
        {
            return await http.Request.ReadFromJsonAsync<MeetingRequest>(StaffCalls.Json, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
