using Portal.Core.Bookings;

namespace Portal.Web.Pages.Admin.Bookings;

/// <summary>A line of the history as a sentence without its subject: <c>Jonas Weber</c> … <c>let Lena Fischer in</c>.</summary>
internal static class HistoryWords
{
    public static string Of(HistoryLine line) => line.Action switch
    {
        "booking.requested" => "asked for the meeting",
        "booking.confirmed" when line.ActorKind == ActorKind.Staff => "approved the meeting",
        "booking.confirmed" => "booked the meeting",
        "booking.rejected" => "declined the meeting" + Added(line),
        "booking.expired" => "let the request expire, because nobody had answered it in time",
        "booking.moved" => "moved the meeting" + Added(line),
        "booking.reassigned" => "gave the meeting to another host" + Added(line),
        "booking.host_missed" => "gave up waiting for the host" + Added(line),
        "booking.cancelled" => "cancelled the meeting",
        "booking.started" => "began the meeting",
        "booking.completed" => "closed the meeting" + Added(line),
        "booking.no_show" => line.Detail is { } who ? $"noted that {who}" : "noted that nobody met",
        "booking.no_show_taken_back" => "took back that somebody was missing",
        "booking.invited" => $"began the meeting and invited {line.Detail}",
        "booking.result_noted" => $"noted what came of it: {line.Detail}",
        "visitor.rated" => "said how it was",
        "booking.ended" => $"closed the meeting: {line.Detail?.ToLowerInvariant()}",
        "visitor.waiting" => "came to the waiting room",
        "visitor.left_waiting_room" when line.ActorKind == ActorKind.System => $"noticed that {line.Detail} had left the waiting room",
        "visitor.left_waiting_room" => "left the waiting room",
        "visitor.admitted" => $"let {line.Detail} in",
        "visitor.declined" => $"declined {line.Detail}",
        "visitor.asked_to_hold" => $"asked {line.Detail}",
        "mail.sent_again" => "sent the emails that had failed again",
        "call.joined" => "joined the call",
        "call.removed" => $"sent {line.Detail} out of the call",
        "call.recording_started" => "started the recording",
        "call.recording_stopped" => "stopped the recording",
        "call.left" => "left the call" + Added(line),
        // what was added to the history after this list was written
        _ => line.Action.Replace('.', ' ').Replace('_', ' ') + Added(line),
    };

    private static string Added(HistoryLine line) => line.Detail is null ? "" : $" ({line.Detail})";
}
