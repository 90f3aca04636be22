using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Video;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Twilio;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Core.Video;

/// <summary>An organisation's own account at a provider.</summary>
public sealed class VideoAccountsTests(SqliteDatabase database) : MeetingAtTwilioTests(database)
{
    [Fact]
    public async Task What_was_configured_and_is_no_longer_is_carried_directly_and_admins_are_told()
    {
        Assert.True(await World.RunAsync((RemoveVideoAccount remove) => remove.RunAsync(Admin, TwilioRegistration.ProviderId, default)));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        var settings = await SettingsAsync();
        Assert.False(settings.IsConfigured(TwilioRegistration.Kind));
        Assert.Single(settings.FellBack);
    }

    [Fact]
    [Trait("Promise", "R13")]
    public async Task No_secret_of_an_account_is_in_the_database_or_in_what_is_shown()
    {
        var stored = await World.ReadAsync(db => db.VideoAccounts.Where(row => row.OrganizationId == Acme.Id).Select(row => row.Sealed).SingleAsync());
        var shown = (await SettingsAsync()).Accounts.SelectMany(account => account.Values.Values).ToList();

        Assert.All([FakeTwilio.ApiSecret, FakeTwilio.AuthToken], secret =>
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, shown);
        });
        Assert.Contains(FakeTwilio.ApiKey, shown);
    }

    [Fact]
    public async Task A_secret_left_empty_stays_what_it_was_and_a_value_of_the_wrong_shape_is_refused()
    {
        Assert.IsType<SaveVideoAccountOutcome.Saved>(await SaveAccountAsync(("ApiSecret", ""), ("AuthToken", null)));
        Assert.IsType<TryVideoAccountOutcome.Works>(await TryAsync());

        var refused = Assert.IsType<SaveVideoAccountOutcome.Refused>(await SaveAccountAsync(("AccountSid", "SK123")));
        Assert.Equal(["AccountSid"], refused.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task Trying_says_what_is_wrong()
    {
        await SaveAccountAsync(("ApiSecret", "ffffffffffffffffffffffffffffffff"));

        Assert.Equal(VideoFault.AccountRefused, Assert.IsType<TryVideoAccountOutcome.Fails>(await TryAsync()).Fault);
    }

    [Fact]
    public async Task A_provider_without_an_account_is_not_offered_and_cannot_be_chosen()
    {
        var choices = await World.RunAsync((ListVideoChoices list) => list.RunAsync(Acme.Id, default));

        Assert.Equal(["direct", "twilio"], choices.Select(choice => choice.Id));
        Assert.IsType<ChangeVideoSettingsOutcome.NotConfigured>(
            await World.RunAsync((ChangeVideoSettings change) => change.RunAsync(new(Admin, LiveKitRegistration.ProviderId, false), default)));
    }

    private Task<TryVideoAccountOutcome> TryAsync() =>
        World.RunAsync((TryVideoAccount tryIt) => tryIt.RunAsync(Acme.Id, TwilioRegistration.ProviderId, default));
}
