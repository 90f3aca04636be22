namespace Portal.Core.Video.Twilio;

/// <param name="Room">A unique name or an <c>RM…</c> id: the only room the token opens.</param>
internal sealed record VideoGrant(string Room);
