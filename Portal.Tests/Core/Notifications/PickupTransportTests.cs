using Portal.Core.Notifications;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Notifications;

[Trait("Req", "F1")]
public sealed class PickupTransportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private MailOptions Options => new() { Transport = MailTransportKind.Pickup, PickupFolder = folder.Combine("mail") };

    [Fact]
    public async Task A_mail_becomes_one_file_that_reads_as_it_was_written()
    {
        var mail = Mails.To("vera@visitor.test");

        Assert.IsType<SendOutcome.Sent>(await new PickupTransport(Options).SendAsync(mail, default));
        Assert.IsType<SendOutcome.Sent>(await new PickupTransport(Options).SendAsync(mail, default));

        Assert.Equal([folder.Combine($"mail/{mail.Id:N}.eml")], Directory.EnumerateFileSystemEntries(Options.PickupFolder));
        var read = Assert.Single(await new PickupFolder(Options).ListAsync(default));
        Assert.Equal(mail.Id, read.Id);
        Assert.Equal(mail.Subject, read.Subject);
        Assert.Equal("Véra “V” Visitor, Dr. <vera@visitor.test>", read.To);
        Assert.Equal("Zoë at Acme <meetings@portal.test>", read.From);
        Assert.Equal(mail.Text.ReplaceLineEndings("\r\n"), read.Text);
        Assert.Equal(mail.Html.ReplaceLineEndings("\r\n"), read.Html);
        Assert.Equal(mail.Calendar!.Content, read.Calendar);
    }

    [Fact]
    public async Task The_newest_mail_is_first()
    {
        var transport = new PickupTransport(Options);
        var mails = Enumerable.Range(0, 3).Select(_ => Mails.To("vera@visitor.test") with { Id = Guid.NewGuid() }).ToList();
        foreach (var mail in mails)
        {
            await transport.SendAsync(mail, default);
            await Task.Delay(20);
        }

        Assert.Equal(mails.Select(mail => mail.Id).Reverse(), (await new PickupFolder(Options).ListAsync(default)).Select(mail => mail.Id));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_tried_again_later()
    {
        await File.WriteAllTextAsync(folder.Combine("mail"), "in the way");

        Assert.IsType<SendOutcome.Unreachable>(await new PickupTransport(Options).SendAsync(Mails.To("vera@visitor.test"), default));
    }

    [Fact]
    public async Task What_is_no_address_is_refused() =>
        Assert.IsType<SendOutcome.Refused>(await new PickupTransport(Options).SendAsync(Mails.To("nobody"), default));

    public void Dispose() => folder.Dispose();
}
