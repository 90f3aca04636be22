namespace Portal.Tests.Support.Calls;

/// <param name="VisitorId">The participant the visitor's cookie names.</param>
public sealed record CallMeeting(Guid Id, Guid VisitorId)
{
    public string Path => $"/meetings/{Id}/call";

    public string GuestPath => $"{Path}?as=guest";
}
