using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>What takes a host's time.</summary>
public enum BusyKind
{
    /// <summary>A booking in this portal.</summary>
    Booked,

    /// <summary>Somebody is filling in the form: it may become free again.</summary>
    Held,

    /// <summary>An entry of a calendar the host connected.</summary>
    Calendar,
}

/// <summary>Time of a host that is taken. The buffers of what takes it are included; one that does not end after its start takes nothing.</summary>
public readonly record struct BusyTime(Instant Start, Instant End, BusyKind Kind);
