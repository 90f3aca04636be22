using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Htmx;

/// <summary>The version of a polled fragment from what it shows; see <see cref="PolledFragments"/>.</summary>
public static class FragmentVersion
{
    private const int Bytes = 12;

    /// <param name="shown">Everything that makes the fragment look as it does, in a fixed order.</param>
    public static string Of(params ReadOnlySpan<object?> shown)
    {
        var text = new StringBuilder();
        foreach (var part in shown)
        {
            // the length keeps neighbours apart
            var written = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{written.Length}:{written}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }
}
