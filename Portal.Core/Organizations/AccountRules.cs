using Microsoft.AspNetCore.Identity;

namespace Portal.Core.Organizations;

/// <summary>What accounts must satisfy, wherever they are made.</summary>
public static class AccountRules
{
    public const int PasswordLength = 10;

    public static void Apply(IdentityOptions identity)
    {
        // the schema with passkeys, from the first migration on
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        // length is what resists guessing; rules about classes of characters only annoy
        identity.Password.RequiredLength = PasswordLength;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 10;
    }
}
