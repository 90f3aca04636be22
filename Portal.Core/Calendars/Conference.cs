namespace Portal.Core.Calendars;

/// <summary>Where the meeting is joined with video and audio (RFC 7986, 5.11).</summary>
public sealed record Conference(Uri Link, string Label);
