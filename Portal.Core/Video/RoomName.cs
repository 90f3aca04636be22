using System.Buffers.Binary;
using System.Security.Cryptography;
using Portal.Core.Bookings;

namespace Portal.Core.Video;

/// <summary>The same for everybody in a meeting, and nothing can be read from it (X5).</summary>
public static class RoomName
{
    /// <summary>The bookings of one group meeting share a room.</summary>
    public static string Of(Booking booking) => For(booking.GroupId ?? booking.Id, booking.RoomEpoch);

    /// <param name="meetingId">Of the booking, or of the group it is in.</param>
    /// <returns><c>m-</c> and 32 hexadecimal digits.</returns>
    public static string For(Guid meetingId, int epoch)
    {
        Span<byte> key = stackalloc byte[16];
        Span<byte> message = stackalloc byte[sizeof(int)];
        meetingId.TryWriteBytes(key, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message, epoch);
        return $"m-{Convert.ToHexStringLower(HMACSHA256.HashData(key, message).AsSpan(0, 16))}";
    }
}
