namespace Portal.Web.Security;

/// <summary>Names of the authorization policies; each is a rank among the organisation's members.</summary>
public static class Policies
{
    public const string Staff = "staff";
    public const string Admin = "admin";
}
