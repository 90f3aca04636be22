using NodaTime;

namespace Portal.Core.Time;

/// <summary>The portal's clock for libraries that ask for .NET's own: their nodes agree on the time too.</summary>
public sealed class PortalTimeProvider(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
