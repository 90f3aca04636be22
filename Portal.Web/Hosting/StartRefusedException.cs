namespace Portal.Web.Hosting;

/// <summary>The portal cannot start, for a reason the operator can mend: the message says what and how, in a sentence.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
