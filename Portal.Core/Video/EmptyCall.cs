using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>What becomes of a meeting when nobody is in its call any more (X9).</summary>
internal static class EmptyCall
{
    /// <summary>A visitor and somebody of the organisation have both been in the call, if not at the same time.</summary>
    public static bool BothSidesCame(this Booking booking) =>
        booking.Participants.Exists(participant => participant.IsStaff && participant.JoinedAt is not null)
        && booking.Participants.Exists(participant => !participant.IsStaff && participant.JoinedAt is not null);

    /// <summary>Who did not come to a meeting its two sides did not meet in: whoever waited at the door until its end was there.</summary>
    public static MissingSide FindMissing(this Booking booking)
    {
        var hostCame = booking.Participants.Exists(participant => participant.IsStaff && participant.JoinedAt is not null);
        var visitorCame = booking.Participants.Exists(participant => !participant.IsStaff && (participant.JoinedAt ?? participant.WaitingSince) is not null);
        return (hostCame, visitorCame) switch
        {
            (true, false) => MissingSide.Visitor,
            (false, true) => MissingSide.Host,
            _ => MissingSide.Both,
        };
    }

    public static bool HasSomebodyInCall(this Booking booking) => booking.Participants.Exists(participant => participant.IsInCall);

    /// <summary>
    /// After somebody left. Completed when they were the last after the start; still to come when the two sides have not met.
    /// Those who met and left before the start may come back until the end.
    /// </summary>
    public static void SettleEmptyCall(this PortalDbContext db, Booking booking, Actor by, Instant now)
    {
        db.RaiseVersion(booking);
        if (booking.Status != BookingStatus.InProgress || booking.HasSomebodyInCall())
            return;
        if (!booking.BothSidesCame())
        {
            booking.Interrupt();
            booking.ReflectWaiting();
        }
        else if (now >= booking.StartsAt)
        {
            booking.Complete(now);
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.completed", by, now));
        }
    }

    public static void TurnEverybodyOut(this Booking booking, Instant now)
    {
        foreach (var participant in booking.Participants)
        {
            if (participant.IsInCall)
                participant.Leave(now);
            if (participant.Admission == Admission.Waiting)
                participant.GiveUpWaiting();
        }
    }
}
