using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Core.Persistence.Converters;

/// <summary>An enum as the word people read: <c>in_progress</c>, <c>no_show</c>.</summary>
internal sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => Words[value],
    word => Values[word])
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Words =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key);
}
