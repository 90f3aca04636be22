namespace Portal.Core.Persistence;

/// <summary>One key of the ring that protects cookies and tickets, shared by every node through the database.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string? FriendlyName { get; init; }

    public required string Xml { get; init; }
}
