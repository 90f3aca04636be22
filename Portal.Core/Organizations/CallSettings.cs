namespace Portal.Core.Organizations;

/// <summary>What an organisation decides about its calls, whoever carries them.</summary>
/// <param name="KeepsChat">What is written in a call is kept with the meeting.</param>
/// <param name="AllowsLocalRecording">Its members may record a call on their own computer; everybody in it sees a notice.</param>
public sealed record CallSettings(bool KeepsChat, bool AllowsLocalRecording);
