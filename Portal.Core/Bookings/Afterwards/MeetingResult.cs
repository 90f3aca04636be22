namespace Portal.Core.Bookings.Afterwards;

/// <summary>What came of a meeting, as its host says.</summary>
public enum MeetingResult
{
    Solved,
    FollowUp,
    NotSolved,
}
