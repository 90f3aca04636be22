using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
#if SQLITE_RAW_LEGACY
using System.Runtime.Loader;
#endif

namespace Portal.Core.Persistence;

/// <summary>
/// Uses the SQLite of the operating system (3.40 or later) instead of a bundled copy: the only bundled one the
/// registry serves is from 2021. <c>SQLITE_LIBRARY</c> names another file.
/// </summary>
public static class SqliteNative
{
    private static readonly string[] Names = ["libsqlite3.so.0", "libsqlite3.dylib", "/usr/lib/libsqlite3.dylib", "winsqlite3", "e_sqlite3"];

    /// <summary>True when a library could be loaded; asked at the start, so that its absence is one clear sentence.</summary>
    public static bool IsPresent()
    {
        var assembly = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        return TryLoad(assembly, null, out _);
    }

    // must run before the first use of the provider, whoever that is: the portal, the tests, the migrations tool
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void UseSystemLibrary()
    {
#if SQLITE_RAW_LEGACY
        // Microsoft.Data.Sqlite asks for a newer SQLitePCLRaw.core by version; every member it calls but
        // LoadExtension exists in the one that restores
        var core = typeof(SQLitePCL.raw).Assembly;
        AssemblyLoadContext.GetLoadContext(typeof(SqliteNative).Assembly)!.Resolving +=
            (_, name) => name.Name == "SQLitePCLRaw.core" ? core : null;
#endif
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, assembly, path) =>
            name == "e_sqlite3" && TryLoad(assembly, path, out var handle) ? handle : 0);
        if (IsPresent())
            SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
    }

    private static bool TryLoad(Assembly assembly, DllImportSearchPath? path, out nint handle)
    {
        var chosen = Environment.GetEnvironmentVariable("SQLITE_LIBRARY");
        foreach (var name in string.IsNullOrEmpty(chosen) ? Names : [chosen])
            if (NativeLibrary.TryLoad(name, assembly, path, out handle))
                return true;
        handle = 0;
        return false;
    }
}
