using System.Text.Json;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Calendars;

/// <summary>What python3-icalendar understands of a calendar text.</summary>
/// <param name="Start">With the reader's own time zone rules; UTC, as <c>2026-11-24T13:00:00Z</c>.</param>
/// <param name="StartByOurRules">With nothing but the VTIMEZONE of the text.</param>
public sealed record ReadCalendar(
    string Method, string Uid, int Sequence, string Status, string Stamp, string Start, string End, string StartByOurRules, string EndByOurRules,
    string Summary, string Description, string Location, string? Url, string? Organizer, string? OrganizerName,
    string? Attendee, Dictionary<string, string> AttendeeParameters, string? Conference, Dictionary<string, string> ConferenceParameters,
    string[] Components)
{
    private const string Script = """
        import datetime, json, re, sys
        try:
            import icalendar
        except ImportError:
            sys.exit('The module icalendar is missing: apt-get install python3-icalendar (./test.sh does it).')

        def utc(event, name):
            return event[name].dt.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')

        def plain(parameters):
            return {key: value if isinstance(value, str) else ','.join(value) for key, value in parameters.items()}

        def read(number, text):
            calendar = icalendar.Calendar.from_ical(text.encode('utf-8'))
            event = calendar.walk('VEVENT')[0]
            # a name nobody knows makes the library build the zone from the block in the text
            unfolded = re.sub('\r\n[ \t]', '', text)
            unknown = re.sub('TZID([=:])', lambda match: 'TZID%sUnknown-%d/' % (match.group(1), number), unfolded)
            own = icalendar.Calendar.from_ical(unknown.encode('utf-8')).walk('VEVENT')[0]
            attendee, organizer, conference = event.get('ATTENDEE'), event.get('ORGANIZER'), event.get('CONFERENCE')
            return dict(
                Method=str(calendar['METHOD']), Uid=str(event['UID']), Sequence=int(event['SEQUENCE']), Status=str(event['STATUS']),
                Stamp=utc(event, 'DTSTAMP'), Start=utc(event, 'DTSTART'), End=utc(event, 'DTEND'),
                StartByOurRules=utc(own, 'DTSTART'), EndByOurRules=utc(own, 'DTEND'),
                Summary=str(event['SUMMARY']), Description=str(event.get('DESCRIPTION', '')), Location=str(event.get('LOCATION', '')),
                Url=event.get('URL'), Organizer=organizer, OrganizerName=organizer and organizer.params.get('CN'),
                Attendee=attendee, AttendeeParameters=plain(attendee.params) if attendee else {},
                Conference=conference, ConferenceParameters=plain(conference.params) if conference else {},
                Components=[component.name for component in calendar.walk()])

        json.dump([read(number, text) for number, text in enumerate(json.load(sys.stdin))], sys.stdout)
        """;

    public static async Task<IReadOnlyList<ReadCalendar>> AllAsync(IEnumerable<string> texts) =>
        JsonSerializer.Deserialize<List<ReadCalendar>>(await Python.RunAsync(Script, JsonSerializer.Serialize(texts)))!;

    public static async Task<ReadCalendar> OneAsync(string text) => (await AllAsync([text])).Single();
}
