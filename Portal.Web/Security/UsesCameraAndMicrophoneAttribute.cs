namespace Portal.Web.Security;

/// <summary>On a page model: the browser may offer this page camera, microphone and screen.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesCameraAndMicrophoneAttribute : Attribute;
