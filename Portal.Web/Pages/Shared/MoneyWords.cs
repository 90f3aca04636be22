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

    /// <summary><c>49.00 EUR</c></summary>
    public static string Of(Money money)
    {
        var digits = DigitsOf(money.Currency);
        return $"{(money.MinorUnits / (decimal)Math.Pow(10, digits)).ToString($"F{digits}", CultureInfo.InvariantCulture)} {money.Currency}";
    }

    /// <summary>How many digits stand behind the point: 2 for most currencies.</summary>
    public static int DigitsOf(string currency) => Whole.Contains(currency) ? 0 : Thousandths.Contains(currency) ? 3 : 2;
}
