namespace Portal.Core.Payments;

/// <summary>An amount as payment systems count it (X8).</summary>
/// <param name="MinorUnits">Cents, pence; whole units where the currency has no smaller coin.</param>
/// <param name="Currency">ISO 4217, upper case: <c>EUR</c>.</param>
public readonly record struct Money(long MinorUnits, string Currency);
