using System.Globalization;
using Portal.Core.Payments;

namespace Portal.Web.Pages.Shared;

/// <summary>An amount as people read it.</summary>
public static class MoneyWords
{
    // ISO 4217: the currencies whose minor unit is not a hundredth
    private static readonly HashSet<string> Whole =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> Thousandths = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    // what a typed amount may be without overflowing in minor units
    private const decimal Most = 1_000_000_000;

    /// <summary><c>49.00 EUR</c></summary>
    public static string Of(Money money) => $"{AmountOf(money)} {money.Currency}";

    /// <summary><c>49.00</c></summary>
    public static string AmountOf(Money money)
    {
        var digits = DigitsOf(money.Currency);
        return (money.MinorUnits / (decimal)Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <param name="text">As typed: <c>49</c>, <c>49.00</c> or <c>49,00</c>.</param>
    /// <returns>Null for what is no amount of this currency, such as one with a third of a cent.</returns>
    public static Money? Read(string? text, string currency)
    {
        if (!decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) || Math.Abs(amount) >= Most)
            return null;
        var minorUnits = amount * (decimal)Math.Pow(10, DigitsOf(currency));
        return minorUnits == decimal.Truncate(minorUnits) ? new Money((long)minorUnits, currency) : null;
    }

    /// <summary>How many digits stand behind the point: 2 for most currencies.</summary>
    public static int DigitsOf(string currency) => Whole.Contains(currency) ? 0 : Thousandths.Contains(currency) ? 3 : 2;
}
