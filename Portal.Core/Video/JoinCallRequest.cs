namespace Portal.Core.Video;

/// <param name="ProviderId">The provider the caller's page was made for; null where any will do.</param>
public sealed record JoinCallRequest(Guid BookingId, CallCaller Caller, string? ProviderId = null);
