using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.Tests.Architecture;

/// <summary>The compiled code the rules are about.</summary>
internal static class Product
{
    public static readonly Assembly Core = typeof(Portal.Core.PortalCoreServices).Assembly;

    public static readonly Assembly Web = typeof(Program).Assembly;

    public static readonly Assembly Tests = typeof(Product).Assembly;

    /// <summary>Every type in a namespace and below, the generated ones too: closures and state machines hold the code.</summary>
    public static IReadOnlyList<Type> TypesIn(Assembly assembly, params string[] namespaces) =>
        [.. assembly.GetTypes().Where(type => namespaces.Any(type.IsIn))];

    public static bool IsIn(this Type type, string @namespace) =>
        type.Namespace is { } name
        && (name == @namespace || name.StartsWith(@namespace + ".", StringComparison.Ordinal));

    /// <summary>Written by a person: not by the compiler, nor by Razor for a page.</summary>
    public static bool IsWritten(this Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace is not null
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsIn("AspNetCoreGeneratedDocument");

    /// <summary>A sentence for each type that mentions what it must not.</summary>
    public static IReadOnlyList<string> Mentions(IEnumerable<Type> types, Func<MemberInfo, bool> forbidden) =>
    [
        .. from type in types
           from member in References.Of(type)
           where forbidden(member)
           select $"{type.FullName} mentions {(member is Type mentioned ? mentioned.FullName : $"{member.DeclaringType?.FullName}.{member.Name}")}",
    ];

    /// <inheritdoc cref="Mentions(IEnumerable{Type}, Func{MemberInfo, bool})"/>
    public static IReadOnlyList<string> MentionsType(IEnumerable<Type> types, Func<Type, bool> forbidden) =>
        Mentions(types, member => member is Type type && forbidden(type));

    /// <summary>Fails with every sentence on a line of its own.</summary>
    public static void AssertNone(IReadOnlyList<string> broken) =>
        Assert.True(broken.Count == 0, string.Join(System.Environment.NewLine, broken.Distinct().Prepend("Broken:")));
}
