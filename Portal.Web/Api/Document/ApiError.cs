namespace Portal.Web.Api.Document;

/// <summary>Why a call was refused.</summary>
/// <param name="Error">A sentence.</param>
/// <param name="Parameter">With 400: the parameter of the address that cannot be read.</param>
/// <param name="Fields">With 422: what is wrong with which value of the body.</param>
/// <param name="Version">With 409 on a change: the version there is now.</param>
public sealed record ApiError(
    string Error, string? Parameter = null, IReadOnlyDictionary<string, string[]>? Fields = null, int? Version = null);
