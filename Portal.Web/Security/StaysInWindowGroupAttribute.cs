namespace Portal.Web.Security;

/// <summary>
/// On a page model: a public page without <c>Cross-Origin-Opener-Policy</c>, so that the browser shows it in the window
/// it has. A group of windows of its own protects what a session or a link shows; this page shows everybody the same, and
/// changing the group makes a phone paint later (measured: <c>Cross-Origin-Opener-Policy</c> alone moved the largest paint
/// across its limit, P8).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaysInWindowGroupAttribute : Attribute;
