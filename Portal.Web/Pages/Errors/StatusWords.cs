namespace Portal.Web.Pages.Errors;

/// <summary>What an HTTP status means to the person who met it, and what they can do.</summary>
public sealed record StatusWords(string Title, string Explanation, bool MaySignIn = false)
{
    public static StatusWords Of(int status) => status switch
    {
        400 => new("That did not arrive as it should",
            "The form may have been open for a long time, or cookies are switched off. Go back, reload the page and try again."),
        401 => new("Please sign in", "This page is for people who are signed in.", MaySignIn: true),
        403 => new("This page is not open to you",
            "You may be signed in with another account than the one it was shared with. Ask the person who sent you here.", MaySignIn: true),
        404 => new("There is no page here",
            "The link may be old or incomplete. If it came in an email, open it from there again, whole."),
        405 => new("That cannot be done here", "This address does not take what was sent to it. Go back and use the buttons of the page."),
        409 => new("Something changed in the meantime", "Somebody else was a moment faster. Go back and reload the page to see how it stands now."),
        410 => new("This link is no longer valid",
            "It was used already, or its time is over. The latest email about your meeting has a link that works."),
        413 => new("That was too large", "Send a smaller file or a shorter text, then try again."),
        429 => new("One moment, please", "There were many requests from your connection. Wait a minute, then try again."),
        503 => new("Back in a moment", "The portal is starting or being looked after. Your meetings are safe; try again in a minute."),
        >= 500 => new("Something went wrong on our side", "It is not something you did. Please try again in a moment."),
        _ => new("That did not work", "Go back, reload the page and try again."),
    };
}
