namespace Portal.Web.Security;

/// <summary>
/// On a page model: a public page without <c>Cross-Origin-Opener-Policy</c>, so that the browser shows it in the window
/// it has. A group of windows of its own protects what a session or a link shows, and this page shows neither; changing
/// the group makes a phone paint later, across the limit of P8 (<c>checks/first-paint</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaysInWindowGroupAttribute : Attribute;
