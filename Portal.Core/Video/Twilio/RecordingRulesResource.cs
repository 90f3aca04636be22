namespace Portal.Core.Video.Twilio;

/// <summary>What of a running room is recorded: everything, or nothing.</summary>
internal static class RecordingRulesResource
{
    public const string Everything = """[{"type":"include","all":true}]""";

    public const string Nothing = """[{"type":"exclude","all":true}]""";

    public static async Task UpdateAsync(string pathRoomSid, string rules, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(
            HttpMethod.Post, $"/v1/Rooms/{pathRoomSid}/RecordingRules", new Dictionary<string, string> { ["Rules"] = rules }, ct);
        if (!answer.IsSuccess)
            throw TwilioRestClient.Refuse(answer);
    }
}
