using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.Video;

/// <summary>Whether a participant may be in the call now. Asked for the ticket, and again when the ticket is shown.</summary>
internal static class CallDoor
{
    /// <param name="booking">With its organisation.</param>
    public static bool MayRecord(this Participant participant, Booking booking) =>
        participant.IsStaff && booking.Organization!.AllowsLocalRecording;

    /// <param name="booking">With its organisation.</param>
    /// <returns>Null when nothing speaks against it.</returns>
    public static JoinCallOutcome? Refusal(Booking booking, Participant participant, Instant now)
    {
        if (!participant.IsStaff && now < JoinWindow.OpensAt(booking))
            return new JoinCallOutcome.TooEarly(JoinWindow.OpensAt(booking));
        if (JoinWindow.IsOver(booking, now))
            return new JoinCallOutcome.MeetingOver(booking.Status);
        if (booking.Status == BookingStatus.Pending)
            return new JoinCallOutcome.NotConfirmed();
        return participant.IsStaff || participant.Admission == Admission.Admitted || participant.PassesTheDoor(booking.Organization!.WaitingRoomEnabled)
            ? null
            : new JoinCallOutcome.NotAdmitted(participant.Admission);
    }
}
