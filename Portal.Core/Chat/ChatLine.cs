using System.Globalization;

namespace Portal.Core.Chat;

/// <summary>A line as the pages of a call show it.</summary>
/// <param name="Id">The same wherever and however often the line arrives.</param>
/// <param name="From">The participant who wrote it.</param>
/// <param name="SaidAt">In milliseconds since 1970.</param>
public sealed record ChatLine(string Id, Guid? From, string Name, bool IsStaff, string Text, long SaidAt)
{
    public static ChatLine Of(ChatMessage message) => new(
        // one that is not kept has no number
        message.Id == 0 ? Guid.NewGuid().ToString("N") : message.Id.ToString(CultureInfo.InvariantCulture),
        message.ParticipantId, message.AuthorName, message.ByStaff, message.Text, message.SentAt.ToUnixTimeMilliseconds());
}
