using NodaTime;

namespace Portal.Core.Operations;

/// <summary>The last run of a job, on whichever node it was, and its last failure.</summary>
public sealed class JobRun
{
    public required string Job { get; init; }

    public required Instant StartedAt { get; set; }

    /// <summary>In milliseconds.</summary>
    public required int Took { get; set; }

    /// <summary>How many things it did; 0 when there was nothing to do.</summary>
    public required int Done { get; set; }

    /// <summary>The last time it did anything.</summary>
    public Instant? DidAt { get; set; }

    public required string NodeName { get; set; }

    /// <summary>Of the last run that failed, which may be long ago.</summary>
    public Instant? FailedAt { get; set; }

    public string? Failure { get; set; }
}
