using Portal.Core.WaitingRoom;

namespace Portal.Web.Pages.Meetings;

/// <summary>What a visitor who waits is told about their host.</summary>
internal static class HostWords
{
    public static string Of(HostState state, string host) => state switch
    {
        HostState.SeesTheDoor => $"{host} knows that you are waiting",
        HostState.InAnotherCall => $"{host} is in another call",
        HostState.InTheCall => $"{host} is in the call and can let you in",
        _ => $"{host} is not here yet",
    };

    public static string Icon(HostState state) => state switch
    {
        HostState.SeesTheDoor => "eye",
        HostState.InAnotherCall => "phone",
        HostState.InTheCall => "video",
        _ => "user-round-x",
    };
}
