using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Profiles;

/// <summary>A member changes what they show of themselves.</summary>
public sealed class SaveProfile(PortalDbContext db)
{
    public async Task<SaveProfileOutcome> RunAsync(SaveProfileRequest request, CancellationToken ct)
    {
        var (organizationId, userId) = request.Member;
        if (request.Photo is { Length: > SaveProfileRequest.LargestPhoto })
            return new SaveProfileOutcome.PhotoTooLarge();
        var format = request.Photo is null ? null : PhotoFormat.Of(request.Photo);
        if (request.Photo is not null && format is null)
            return new SaveProfileOutcome.NotAPhoto();
        if (await IsTakenAsync(request, ct))
            return new SaveProfileOutcome.SlugTaken();

        var member = await db.Members.SingleAsync(row => row.OrganizationId == organizationId && row.UserId == userId, ct);
        (member.ProfileSlug, member.ProfileText) = (request.Slug, request.Text);
        var photo = await db.MemberPhotos.SingleOrDefaultAsync(row => row.OrganizationId == organizationId && row.UserId == userId, ct);
        if (request.Photo is { } content)
        {
            // part of the picture's address, because browsers keep the one they know
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
            if (photo is null)
                db.MemberPhotos.Add(new MemberPhoto
                {
                    OrganizationId = organizationId,
                    UserId = userId,
                    ContentType = format!,
                    Content = content,
                    Fingerprint = fingerprint,
                });
            else
                (photo.ContentType, photo.Content, photo.Fingerprint) = (format!, content, fingerprint);
        }
        else if (photo is not null && request.RemovesPhoto)
        {
            db.MemberPhotos.Remove(photo);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return new SaveProfileOutcome.Saved();
        }
        catch (DbUpdateException)
        {
            // a colleague took the same address between our look and our write; the index refused the second
            db.ChangeTracker.Clear();
            if (await IsTakenAsync(request, ct))
                return new SaveProfileOutcome.SlugTaken();
            throw;
        }
    }

    private async Task<bool> IsTakenAsync(SaveProfileRequest request, CancellationToken ct)
    {
        var (organizationId, userId) = request.Member;
        return request.Slug is not null && await db.Members.AnyAsync(
            other => other.OrganizationId == organizationId && other.ProfileSlug == request.Slug && other.UserId != userId, ct);
    }
}
