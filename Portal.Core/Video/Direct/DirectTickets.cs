using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>
/// Signed and encrypted by the portal's key ring, which every node shares. Never written to a log, never part of an address.
/// </summary>
public sealed class DirectTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Video.Direct.Ticket");

    public string Mint(RoomSeat seat, Instant now)
    {
        var expiresAt = (now + IVideoProvider.TicketLifetime).ToUnixTimeSeconds();
        return protector.Protect(JsonSerializer.Serialize(new Content(seat, expiresAt)));
    }

    /// <returns>False for a ticket that was not minted here, was changed, or has expired.</returns>
    public bool TryRead(string ticket, Instant now, [NotNullWhen(true)] out RoomSeat? seat)
    {
        seat = null;
        try
        {
            var content = JsonSerializer.Deserialize<Content>(protector.Unprotect(ticket))!;
            if (now.ToUnixTimeSeconds() < content.ExpiresAt)
                seat = content.Seat;
        }
        catch (CryptographicException)
        {
            return false;
        }

        return seat is not null;
    }

    /// <param name="ExpiresAt">Seconds since 1970.</param>
    private sealed record Content(RoomSeat Seat, long ExpiresAt);
}
