namespace Portal.Core.Organizations;

/// <summary>What a member may do. The order is the rank: each role may do what those before it may.</summary>
public enum MemberRole
{
    Agent,
    Host,
    Admin,
    Owner,
}
