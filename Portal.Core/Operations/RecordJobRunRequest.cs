using NodaTime;

namespace Portal.Core.Operations;

/// <param name="Took">In milliseconds.</param>
/// <param name="Done">How many things it did.</param>
/// <param name="Failure">What went wrong; null when nothing did.</param>
public sealed record RecordJobRunRequest(string Job, Instant StartedAt, int Took, int Done, string? Failure);
