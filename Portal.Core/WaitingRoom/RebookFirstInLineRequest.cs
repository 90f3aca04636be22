using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <param name="ParticipantId">From the visitor's link.</param>
/// <param name="Start">One of those <see cref="ListFirstTimes"/> offers.</param>
/// <param name="BrowserId">The one that came to the door, which is the visitor's at the new meeting too (N9).</param>
public sealed record RebookFirstInLineRequest(Guid ParticipantId, Instant Start, Actor By, Guid? BrowserId);
