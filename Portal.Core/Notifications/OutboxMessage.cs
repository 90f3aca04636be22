using System.Text.Json;
using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Notifications;

/// <summary>A mail to be sent, stored in the transaction of the change that caused it and delivered at least once.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid BookingId { get; init; }

    /// <summary>Who it is for.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>Which message; a key of <c>MessageCatalogue</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The message record as JSON: what was true when it was caused, without any token.</summary>
    public required string Payload { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Not before this; moved on after each failed attempt.</summary>
    public required Instant DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>While in the future, some worker has the message in hand.</summary>
    public Instant? LeasedUntil { get; set; }

    public Instant? SentAt { get; set; }

    /// <summary>No longer tried: given up, with the reason in <see cref="LastError"/>, or dropped, with <see cref="DropReason"/>.</summary>
    public Instant? FailedAt { get; set; }

    public string? LastError { get; set; }

    /// <summary>Why it was left unsent on purpose, at <see cref="FailedAt"/>.</summary>
    public DropReason? DropReason { get; set; }

    /// <summary>When somebody last asked to send it again: the days of trying begin anew.</summary>
    public Instant? ResentAt { get; set; }

    /// <summary>Of a reminder: the booking's sequence it was planned for.</summary>
    public int? MeetingSequence { get; init; }

    /// <summary>Of a reminder: how long before the start it is due. With the sequence it makes a reminder of a reader unique.</summary>
    public int? MinutesBefore { get; init; }

    /// <summary>When trying began, or began anew.</summary>
    internal Instant TriedSince => ResentAt ?? CreatedAt;

    public static OutboxMessage For<TMessage>(Participant reader, TMessage message, Instant now)
        where TMessage : IMessage => new()
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = reader.OrganizationId,
            BookingId = reader.BookingId,
            ParticipantId = reader.Id,
            Kind = TMessage.Kind,
            Payload = JsonSerializer.Serialize(message, MessageJson.Options),
            CreatedAt = now,
            DueAt = now,
        };

    /// <param name="before">How long before the start it is due.</param>
    public static OutboxMessage Reminder(PlannedReminder planned, Duration before, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = planned.OrganizationId,
        BookingId = planned.BookingId,
        ParticipantId = planned.ParticipantId,
        Kind = MeetingReminder.Kind,
        Payload = JsonSerializer.Serialize(new MeetingReminder(planned.StartsAt, planned.EndsAt, planned.Sequence), MessageJson.Options),
        CreatedAt = now,
        DueAt = planned.StartsAt - before,
        MeetingSequence = planned.Sequence,
        MinutesBefore = (int)before.TotalMinutes,
    };
}
