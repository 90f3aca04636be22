using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Core.Bookings.Invitations;

/// <param name="Email">Where the invitation goes.</param>
/// <param name="Message">A few words of the member's for the mail; null for none.</param>
public sealed record InviteNowRequest(CurrentMember By, string Email, string? Message)
{
    /// <summary>What the person is called; the first part of the address for null.</summary>
    public string? Name { get; init; }

    /// <summary>Who holds it; the member for null.</summary>
    public Guid? HostId { get; init; }

    /// <summary>Its word in addresses; for null the first the host holds, or else the first there is.</summary>
    public string? MeetingType { get; init; }

    /// <summary>The type's usual one for null.</summary>
    public Duration? Length { get; init; }

    /// <summary>What the mail's times are written in; the organisation's for null.</summary>
    public DateTimeZone? VisitorZone { get; init; }
}
