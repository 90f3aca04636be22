using Portal.Web.Hosting;

try
{
    var command = Command.Read(args);
    var builder = WebApplication.CreateBuilder(command.Settings);
    builder.AddPortal();
    var app = builder.Build();
    app.UsePortal();
    return await command.RunAsync(app);
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync($"Portal cannot start. {refused.Message}");
    return 1;
}
