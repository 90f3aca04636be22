using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Architecture.Samples;

// abstract, so that no runner finds them
public abstract class SkippedTest
{
    [Fact(Skip = "a sample")]
    public void Is_skipped() => Assert.Fail("A sample is no test.");
}

public abstract class OneDatabaseTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public void Is_a_sample() => Assert.Fail("A sample is no test.");
}

public abstract class OneDatabaseTests_on_Sqlite(SqliteDatabase database) : OneDatabaseTests(database);
