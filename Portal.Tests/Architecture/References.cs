using System.Reflection;
using System.Reflection.Emit;

namespace Portal.Tests.Architecture;

/// <summary>Everything a type mentions: in its signatures, and in the instructions of its methods.</summary>
internal static class References
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Types, and the methods and fields that are used; those of nested and generated types with their owner.</summary>
    public static IReadOnlySet<MemberInfo> Of(Type type)
    {
        var found = new HashSet<MemberInfo>();
        AddType(found, type.BaseType);
        foreach (var face in type.GetInterfaces())
            AddType(found, face);
        foreach (var attribute in type.GetCustomAttributesData())
            AddType(found, attribute.AttributeType);
        foreach (var field in type.GetFields(Declared))
            AddType(found, field.FieldType);
        foreach (var method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            AddMethod(found, method);
        return found;
    }

    /// <summary>The types among them, generic arguments and element types too.</summary>
    public static IEnumerable<Type> Types(this IEnumerable<MemberInfo> members) => members.OfType<Type>();

    private static void AddMethod(HashSet<MemberInfo> found, MethodBase method)
    {
        AddSignature(found, method);
        foreach (var attribute in method.GetCustomAttributesData())
            AddType(found, attribute.AttributeType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            AddType(found, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            AddType(found, clause.CatchType);
        foreach (var member in Instructions(method, body.GetILAsByteArray()!))
            AddMember(found, member);
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method, byte[] il)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? BitConverter.ToInt16([il[at + 1], il[at]]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member)
                yield return member;
            at += OperandSize(code, il, at);
        }
    }

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };

    private static void AddMember(HashSet<MemberInfo> found, MemberInfo member)
    {
        switch (member)
        {
            case Type type:
                AddType(found, type);
                break;
            case FieldInfo field:
                found.Add(field);
                AddType(found, field.DeclaringType);
                AddType(found, field.FieldType);
                break;
            case MethodBase method:
                found.Add(method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : method);
                AddType(found, method.DeclaringType);
                AddSignature(found, method);
                break;
        }
    }

    private static void AddSignature(HashSet<MemberInfo> found, MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            AddType(found, parameter.ParameterType);
        if (method is MethodInfo info)
            AddType(found, info.ReturnType);
        if (method.IsGenericMethod)
            foreach (var argument in method.GetGenericArguments())
                AddType(found, argument);
    }

    private static void AddType(HashSet<MemberInfo> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            AddType(found, type.GetElementType());
            return;
        }

        if (!found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            if (!type.IsGenericType)
                return;
        }

        foreach (var argument in type.GetGenericArguments())
            AddType(found, argument);
    }
}
