using NodaTime;

namespace Portal.Core.Video;

/// <param name="Zone">The reader's: the visitor's own, or the host's.</param>
/// <param name="ReaderName">The name the others will see.</param>
/// <param name="OtherNames">The visitors and the host, without the reader.</param>
public sealed record CallView(
    Guid BookingId,
    Guid OrganizationId,
    string MeetingName,
    string OrganizationName,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone Zone,
    string ReaderName,
    bool ReaderIsStaff,
    IReadOnlyList<string> OtherNames,
    string ProviderId,
    bool KeepsChat,
    bool MayRecord);
