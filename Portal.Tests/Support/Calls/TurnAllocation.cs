using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Tests.Support.Calls;

/// <summary>Asks a TURN server for a relay the way RFC 8656 says, as far as a test needs to see whether a credential is taken.</summary>
internal static class TurnAllocation
{
    private const ushort Allocate = 0x0003;
    private const ushort Success = 0x0103;
    private const uint Cookie = 0x2112A442;
    private const ushort Username = 0x0006;
    private const ushort Integrity = 0x0008;
    private const ushort ErrorCode = 0x0009;
    private const ushort Realm = 0x0014;
    private const ushort Nonce = 0x0015;
    private const ushort RequestedTransport = 0x0019;

    /// <returns>0 when the relay was granted, else the error's code.</returns>
    public static async Task<int> AskAsync(int port, string username, string credential)
    {
        using var socket = new UdpClient();
        socket.Connect(IPAddress.Loopback, port);
        // the first is refused with what the second has to sign
        var challenge = await ExchangeAsync(socket, Message([Transport()]));
        var (realm, nonce) = (Find(challenge, Realm)!, Find(challenge, Nonce)!);
#pragma warning disable CA5351 // the protocol prescribes it
        var key = MD5.HashData(Encoding.UTF8.GetBytes($"{username}:{Encoding.UTF8.GetString(realm)}:{credential}"));
#pragma warning restore CA5351
        var answer = await ExchangeAsync(socket, Message(
            [Transport(), (Username, Encoding.UTF8.GetBytes(username)), (Realm, realm), (Nonce, nonce)], key));
        if (BinaryPrimitives.ReadUInt16BigEndian(answer) == Success)
            return 0;
        var error = Find(answer, ErrorCode)!;
        return error[2] * 100 + error[3];
    }

    private static (ushort, byte[]) Transport() => (RequestedTransport, [17, 0, 0, 0]);

    private static async Task<byte[]> ExchangeAsync(UdpClient socket, byte[] message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await socket.SendAsync(message, limit.Token);
        return (await socket.ReceiveAsync(limit.Token)).Buffer;
    }

    private static byte[] Message(IReadOnlyList<(ushort Type, byte[] Value)> attributes, byte[]? key = null)
    {
        var body = attributes.SelectMany(attribute => Attribute(attribute.Type, attribute.Value)).ToArray();
        if (key is null)
            return [.. Header(body.Length), .. body];
        // the length counts the signature that is about to follow
        byte[] signed = [.. Header(body.Length + 24), .. body];
#pragma warning disable CA5350 // the protocol prescribes it
        return [.. signed, .. Attribute(Integrity, HMACSHA1.HashData(key, signed))];
#pragma warning restore CA5350
    }

    private static readonly byte[] Transaction = RandomNumberGenerator.GetBytes(12);

    private static byte[] Header(int length)
    {
        var header = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(header, Allocate);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)length);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), Cookie);
        Transaction.CopyTo(header, 8);
        return header;
    }

    private static byte[] Attribute(ushort type, byte[] value)
    {
        var attribute = new byte[4 + (value.Length + 3) / 4 * 4];
        BinaryPrimitives.WriteUInt16BigEndian(attribute, type);
        BinaryPrimitives.WriteUInt16BigEndian(attribute.AsSpan(2), (ushort)value.Length);
        value.CopyTo(attribute, 4);
        return attribute;
    }

    private static byte[]? Find(byte[] message, ushort type)
    {
        for (var at = 20; at + 4 <= message.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(at + 2));
            if (BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(at)) == type)
                return message[(at + 4)..(at + 4 + length)];
            at += 4 + (length + 3) / 4 * 4;
        }

        return null;
    }
}
