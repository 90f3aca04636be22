using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.Core.Notifications;

/// <summary>Every message there is, by its kind.</summary>
public static class MessageCatalogue
{
    private static readonly FrozenDictionary<string, Entry> Entries = new[]
    {
        Of<MeetingRequested>(),
        Of<MeetingRejected>(),
        Of<MeetingInvitation>(),
        Of<MeetingMoved>(),
        Of<MeetingCancelled>(),
        Of<MeetingReassigned>(),
        Of<MeetingHandedOver>(),
        Of<MeetingReminder>(),
        Of<DeviceCode>(staff: "visitor"),
        Of<InstantInvitation>(),
    }.ToFrozenDictionary(entry => entry.Kind);

    public static IEnumerable<string> Kinds => Entries.Keys;

    /// <summary>The message of an outbox row.</summary>
    public static IMeetingMessage Read(OutboxMessage row) => Find(row.Kind).Read(row.Payload);

    internal static MailTemplate TemplateOf(string kind, MailAudience audience) =>
        audience == MailAudience.Staff ? Find(kind).ForStaff : Find(kind).ForVisitors;

    private static Entry Find(string kind) => Entries.TryGetValue(kind, out var entry)
        ? entry
        : throw new InvalidOperationException($"There is no message '{kind}'. Known: {string.Join(", ", Kinds)}.");

    /// <param name="staff">The template for staff; a message they never get needs none of its own.</param>
    private static Entry Of<TMessage>(string staff = "host")
        where TMessage : class, IMessage, IMeetingMessage => new(
            TMessage.Kind,
            payload => JsonSerializer.Deserialize<TMessage>(payload, MessageJson.Options)!,
            MailTemplate.Load(typeof(TMessage).Name, "visitor"),
            MailTemplate.Load(typeof(TMessage).Name, staff));

    private sealed record Entry(string Kind, Func<string, IMeetingMessage> Read, MailTemplate ForVisitors, MailTemplate ForStaff);
}
