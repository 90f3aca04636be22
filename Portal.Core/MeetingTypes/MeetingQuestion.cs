namespace Portal.Core.MeetingTypes;

/// <summary>Something a visitor is asked when booking.</summary>
public sealed class MeetingQuestion
{
    public required Guid Id { get; init; }

    public required Guid MeetingTypeId { get; init; }

    /// <summary>Order on the form, from 0.</summary>
    public required int Position { get; set; }

    /// <summary>The word in addresses that fill the answer in: <c>?order=4711</c>. Unique within the type.</summary>
    public required string Key { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public required QuestionKind Kind { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>For <see cref="QuestionKind.Choice"/> and <see cref="QuestionKind.Choices"/>; empty otherwise.</summary>
    public List<string> Choices { get; set; } = [];
}
