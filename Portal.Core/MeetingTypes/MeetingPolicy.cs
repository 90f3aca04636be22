using NodaTime;

namespace Portal.Core.MeetingTypes;

/// <summary>What a visitor may do with a booking afterwards (F3). Shown before they book; staff are not bound by it.</summary>
public sealed class MeetingPolicy
{
    /// <summary>How long before the start a visitor can last cancel; zero for until the start.</summary>
    public Duration CancelUntil { get; set; }

    /// <summary>How long before the start a visitor can last move; zero for until the start.</summary>
    public Duration MoveUntil { get; set; }

    /// <summary>How often a visitor may move a booking; null for any number, 0 for not at all.</summary>
    public int? MostMoves { get; set; }

    /// <summary>Cancelling and moving ask for a reason.</summary>
    public bool ReasonRequired { get; set; }

    /// <summary>How many meetings of this type one email address may have to come; null for any number.</summary>
    public int? MostUpcomingPerEmail { get; set; }
}
