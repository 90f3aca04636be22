using Portal.Core.Bookings;
using Portal.Core.Scheduling;

namespace Portal.Core.WaitingRoom;

/// <summary>What a visitor whose host is late can choose from (N5).</summary>
public sealed class FindLateHostChoices(FindMeeting findMeeting, ListFirstTimes listFirstTimes, ListOtherHosts listOtherHosts)
{
    /// <param name="holder">Of the visitor's link.</param>
    /// <returns>Null when the host is not late.</returns>
    public async Task<LateHostChoices?> RunAsync(LinkHolder holder, CancellationToken ct)
    {
        if (await listFirstTimes.RunAsync(holder.ParticipantId, ct) is not { } times)
            return null;
        var others = await listOtherHosts.RunAsync(holder.OrganizationId, holder.BookingId, ct);
        return new LateHostChoices(
            await findMeeting.RunAsync(holder.BookingId, ct), times, others!.Any(host => host is { IsFree: true, IsAtWork: true }));
    }
}

/// <param name="Times">The earliest others, before anybody else is offered them.</param>
/// <param name="ColleagueIsFree">Another host of the type is at work and free.</param>
public sealed record LateHostChoices(VisitorMeeting Meeting, IReadOnlyList<OpenSlot> Times, bool ColleagueIsFree);
