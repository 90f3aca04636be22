using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Core.Organizations;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>What calls of signed-in members have in common: who may, what is read, how a refusal is said.</summary>
internal static class StaffCalls
{
    /// <summary>As <see cref="Apply"/> has it.</summary>
    public static readonly JsonSerializerOptions Json = Applied();

    /// <summary>snake_case, words for enums; a number is no word.</summary>
    public static void Apply(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    /// <summary>For who only reads.</summary>
    public static async Task<IResult> AsMemberAsync(HttpContext http, Func<CurrentMember, Task<IResult>> act) =>
        await http.FindMemberAsync() is { } member ? await act(member) : Error(StatusCodes.Status401Unauthorized, "Unauthorized");

    /// <summary>For members who change something, with the antiforgery header.</summary>
    public static Task<IResult> AsChangingMemberAsync(HttpContext http, Func<CurrentMember, Task<IResult>> act) => AsMemberAsync(http, async member =>
        await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await act(member)
            : Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date"));

    /// <summary>For admins, with the antiforgery header.</summary>
    public static Task<IResult> AsAdminAsync(HttpContext http, Func<CurrentMember, Task<IResult>> act) => AsMemberAsync(http, member =>
        member.IsAtLeast(MemberRole.Admin)
            ? AsChangingMemberAsync(http, act)
            : Task.FromResult(Error(StatusCodes.Status403Forbidden, "Only admins can change this")));

    /// <summary>A body may say who calls, only to be refused when it is wrong (X7).</summary>
    public static bool NamesSomebodyElse(CurrentMember member, Guid? userId) => userId is { } named && named != member.UserId;

    public static IResult AccessDenied() => Error(StatusCodes.Status403Forbidden, "Access denied");

    /// <summary>Reads the body as <typeparamref name="T"/>; a value of the wrong kind is named.</summary>
    public static async Task<IResult> WithBodyAsync<T>(HttpContext http, Func<T, Task<IResult>> act)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
            return Error(StatusCodes.Status400BadRequest, "Send JSON");
        T? body;
        try
        {
            body = await http.Request.ReadFromJsonAsync<T>(Json, http.RequestAborted);
        }
        catch (JsonException exception)
        {
            return exception.Path is { Length: > 2 } path
                ? Invalid(new Dictionary<string, string[]> { [path[2..]] = ["This value cannot be read."] })
                : Error(StatusCodes.Status400BadRequest, "The body is no JSON");
        }

        return body is null ? Error(StatusCodes.Status400BadRequest, "The body is empty") : await act(body);
    }

    private static JsonSerializerOptions Applied()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(json);
        return json;
    }

    public static IResult Answer(object answer, int status = StatusCodes.Status200OK) => Results.Json(answer, Json, statusCode: status);

    public static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);

    public static IResult Invalid(IReadOnlyDictionary<string, string[]> fields) =>
        Results.Json(new { error = "Some values cannot be taken", fields }, statusCode: StatusCodes.Status422UnprocessableEntity);
}
