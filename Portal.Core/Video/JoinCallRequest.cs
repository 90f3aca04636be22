namespace Portal.Core.Video;

public sealed record JoinCallRequest(Guid BookingId, CallCaller Caller);
