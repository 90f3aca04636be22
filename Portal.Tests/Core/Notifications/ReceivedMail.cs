namespace Portal.Tests.Core.Notifications;

/// <summary>A mail as Python's email package reads it.</summary>
/// <param name="Connection">The client's end; the same for mails over one connection.</param>
public sealed record ReceivedMail(
    string Sender, string[] Recipients, bool Encrypted, string Connection, string[][] Headers, string FromName, string ToName, ReceivedPart Mime)
{
    public string Header(string name) => Headers.Single(header => header[0] == name)[1];
}

public sealed record ReceivedPart(
    string Type, Dictionary<string, string> Parameters, string? Disposition, string? FileName, string Encoding, string? Content, ReceivedPart[] Parts);
