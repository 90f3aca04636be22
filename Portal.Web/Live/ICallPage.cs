using Portal.Core.Chat;
using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <summary>What the hub says to a call's page; the names are those of its handlers in wwwroot/js/call/seat.js.</summary>
public interface ICallPage
{
    Task PeerJoined(Peer peer);

    /// <summary>Said goodbye.</summary>
    Task PeerLeft(Guid id);

    /// <summary>Dropped out of the signalling; the sound and the pictures may still flow.</summary>
    Task PeerLost(Guid id);

    Task PeerState(Guid id, MediaState media);

    Task Signal(PeerSignal signal);

    Task Said(ChatLine line);

    /// <summary>Somebody of the staff asks this page to switch its microphone off.</summary>
    /// <param name="by">Their name.</param>
    Task Muted(string by);

    /// <param name="reason">
    /// <c>ended</c>: the meeting is over. <c>replaced</c>: the same person opened the call elsewhere. <c>removed</c>: a host sent them
    /// out. <c>moved</c>: the others meet in another room; the page launches again by itself.
    /// </param>
    Task Ended(string reason);

    /// <summary>The provider records the call, or does not any more: everybody must see it.</summary>
    Task Recording(bool isOn);
}
