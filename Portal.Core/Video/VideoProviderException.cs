namespace Portal.Core.Video;

/// <summary>Why a provider did not do what it was asked for.</summary>
public enum VideoFault
{
    /// <summary>No answer: away, too slow, or the line broke.</summary>
    Unreachable,

    /// <summary>It answers, and has too much to do (429, 5xx).</summary>
    Busy,

    /// <summary>It does not know the account, or the account may not do this.</summary>
    AccountRefused,

    /// <summary>It refuses what was asked.</summary>
    Refused,

    /// <summary>It answered something nobody understands.</summary>
    Incomprehensible,
}

/// <summary>A call to a provider failed; the message carries no credentials and may be shown to an admin.</summary>
public sealed class VideoProviderException : Exception
{
    public VideoProviderException(VideoFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public VideoFault Fault { get; }
}
