using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Video;

namespace Portal.Core.MeetingTypes;

/// <summary>What creating and changing a type have in common: completing, checking and applying a draft.</summary>
internal static class MeetingTypeWriting
{
    private static readonly MemberRole[] Hosting = [.. Enum.GetValues<MemberRole>().Where(role => role >= MemberRole.Host)];

    /// <summary>A slug made of the name and keys made of the labels where none were typed.</summary>
    public static async Task<MeetingTypeDraft> CompleteAsync(
        this PortalDbContext db, Guid organizationId, MeetingTypeDraft draft, CancellationToken ct) => draft with
        {
            Slug = draft.Slug.Length > 0 || Slug.From(draft.Name) is not { } word ? draft.Slug : await db.FreeSlugAsync(organizationId, word, ct),
            Questions = QuestionChecks.WithKeys(draft.Questions),
        };

    /// <returns>The word itself, or followed by the first free number.</returns>
    public static async Task<string> FreeSlugAsync(this PortalDbContext db, Guid organizationId, string word, CancellationToken ct)
    {
        var taken = await db.MeetingTypes.Where(type => type.OrganizationId == organizationId).Select(type => type.Slug).ToListAsync(ct);
        var root = word.Length > Slug.LongestLength - 4 ? word[..(Slug.LongestLength - 4)].TrimEnd('-') : word;
        var slug = word;
        for (var namesake = 2; taken.Contains(slug); namesake++)
            slug = $"{root}-{namesake}";
        return slug;
    }

    /// <param name="id">The type's own, which may keep its slug and its hosts; a new one has none.</param>
    public static async Task<IReadOnlyList<MeetingTypeProblem>> FindProblemsAsync(
        this PortalDbContext db, VideoProviders providers, Guid organizationId, Guid? id, MeetingTypeDraft draft, CancellationToken ct)
    {
        var problems = MeetingTypeChecks.ProblemsOf(draft).ToList();
        if (await db.MeetingTypes.AnyAsync(type => type.OrganizationId == organizationId && type.Slug == draft.Slug && type.Id != id, ct))
            problems.Add(SlugTaken);

        var known = await db.Members
            .Where(member => member.OrganizationId == organizationId)
            .Where(member => Hosting.Contains(member.Role)
                || db.MeetingTypes.Any(type => type.Id == id && type.Hosts.Any(host => host.HostId == member.UserId)))
            .Select(member => member.UserId)
            .ToListAsync(ct);
        if (draft.Hosts.Any(host => !known.Contains(host.HostId)))
            problems.Add(new MeetingTypeProblem(nameof(draft.Hosts), MeetingTypeProblemKind.NotAHost));
        if (draft.VideoProvider.Length > 0 && await providers.FindAsync(organizationId, draft.VideoProvider, ct) is null)
            problems.Add(new MeetingTypeProblem(nameof(draft.VideoProvider), MeetingTypeProblemKind.NotConfigured));
        return problems;
    }

    public static MeetingTypeProblem SlugTaken { get; } = new(nameof(MeetingTypeDraft.Slug), MeetingTypeProblemKind.Taken);

    /// <param name="draft">Completed and without problems.</param>
    public static void Apply(this MeetingType type, MeetingTypeDraft draft)
    {
        type.Name = draft.Name;
        type.Slug = draft.Slug;
        type.Description = draft.Description;
        type.ShowTo(draft.Visibility);
        type.Length = draft.Length!.Value;
        type.FurtherLengths = draft.FurtherLengths;
        type.Increment = draft.Increment ?? type.Length;
        type.StartOffset = draft.StartOffset;
        type.BufferBefore = draft.BufferBefore;
        type.BufferAfter = draft.BufferAfter;
        type.MinimumNotice = draft.MinimumNotice;
        type.HorizonDays = draft.HorizonDays!.Value;
        type.FirstDay = draft.FirstDay;
        type.LastDay = draft.LastDay;
        type.MostPerDay = draft.MostPerDay;
        type.MostPerWeek = draft.MostPerWeek;
        type.Capacity = draft.Capacity!.Value;
        type.SessionsOnly = draft.SessionsOnly;
        type.Assignment = draft.Assignment;
        type.NeedsApproval = draft.NeedsApproval;
        type.VideoProvider = draft.VideoProvider.Length == 0 ? null : draft.VideoProvider;
        type.Policy = new MeetingPolicy
        {
            CancelUntil = draft.CancelUntil,
            MoveUntil = draft.MoveUntil,
            MostMoves = draft.MostMoves,
            ReasonRequired = draft.ReasonRequired,
            MostUpcomingPerEmail = draft.MostUpcomingPerEmail,
        };
        type.ApplyHosts(draft.Hosts);
        type.Questions.Clear();
        type.Questions.AddRange(draft.Questions.Select((question, position) => new MeetingQuestion
        {
            Id = Guid.CreateVersion7(),
            MeetingTypeId = type.Id,
            Position = position,
            Key = question.Key,
            Label = question.Label,
            Hint = question.Hint.Length == 0 ? null : question.Hint,
            Kind = question.Kind,
            IsRequired = question.IsRequired,
            Choices = QuestionChecks.HasChoices(question.Kind) ? [.. question.Choices] : [],
        }));
    }

    public static AuditEntry Record(this MeetingType type, CurrentMember by, string action, Instant now) =>
        AuditEntry.Of(type.OrganizationId, $"meeting_type.{action}", by.AsActor(), now, type.Name);

    // who stays keeps when they were last given a meeting
    private static void ApplyHosts(this MeetingType type, IReadOnlyList<HostDraft> hosts)
    {
        type.Hosts.RemoveAll(host => hosts.All(kept => kept.HostId != host.HostId));
        for (var position = 0; position < hosts.Count; position++)
        {
            var (hostId, weight) = hosts[position];
            var host = type.Hosts.Find(known => known.HostId == hostId);
            if (host is null)
                type.Hosts.Add(host = new MeetingTypeHost { MeetingTypeId = type.Id, HostId = hostId, Position = position });
            (host.Position, host.Weight) = (position, weight ?? 1);
        }
    }
}
