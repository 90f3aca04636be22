using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Tests.Core.Bookings;

public sealed class BookingCursorTests
{
    [Fact]
    public void A_cursor_is_read_back_as_it_was_written()
    {
        var cursor = new BookingCursor(Instant.FromUtc(2026, 1, 6, 9, 0), Guid.CreateVersion7());

        Assert.True(BookingCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("17-")]
    [InlineData("-00000000000000000000000000000000")]
    [InlineData("9223372036854775807-00000000000000000000000000000000")]
    [InlineData("17-0000")]
    [InlineData("x-00000000000000000000000000000000")]
    public void Anything_else_is_no_cursor(string? text) => Assert.False(BookingCursor.TryParse(text, out _));
}
