using Portal.Core.Video.Rooms;

namespace Portal.Web.Webhooks;

/// <summary>Reports of video providers, below <see cref="MeetingRooms.CallbackPath"/>.</summary>
public static class VideoWebhooks
{
    private const string Tag = "Webhooks";

    public static void MapVideoWebhooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost($"{MeetingRooms.CallbackPath}twilio", TwilioCallbacks.HearAsync)
            .WithName("hearTwilio").WithTags(Tag).WithSummary("Status callbacks of Twilio Video, signed with X-Twilio-Signature")
            .Produces(StatusCodes.Status204NoContent).Produces(StatusCodes.Status403Forbidden);
        endpoints.MapPost($"{MeetingRooms.CallbackPath}livekit", LiveKitWebhooks.HearAsync)
            .WithName("hearLiveKit").WithTags(Tag).WithSummary("Webhooks of a LiveKit server, signed with a token over the body")
            .Produces(StatusCodes.Status204NoContent).Produces(StatusCodes.Status403Forbidden);
    }

    internal static IResult Answer(HearProviderOutcome outcome) => outcome is HearProviderOutcome.NotGenuine
        ? Results.Json(new { error = "The signature is not right" }, statusCode: StatusCodes.Status403Forbidden)
        : Results.NoContent();
}
