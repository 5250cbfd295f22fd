// Fills a database with a made-up country, to test and to measure on.
using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Generator;

var usual = new CountrySettings();
var connection = new Option<string>("--connection") { Description = "The owner's connection string. What is not there yet is added; nothing is removed.", Required = true };
var cities = new Option<int>("--cities") { Description = $"How many cities, 1 to {CountrySettings.MostCities}.", DefaultValueFactory = _ => usual.Cities };
var scale = new Option<double>("--scale") { Description = "How many partners, places and activities beside what Dordrecht has for as many inhabitants.", DefaultValueFactory = _ => usual.Scale };
var seed = new Option<ulong>("--seed") { Description = "Another number makes another country.", DefaultValueFactory = _ => usual.Seed };
var day = new Option<DateOnly>("--day") { Description = "The day on which all is written down.", DefaultValueFactory = _ => usual.Day };
var beside = new Option<string?>("--beside") { Description = "A folder of seed files to bring in first, for its norms, synonyms and holidays." };
cities.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int>() is < 1 or > CountrySettings.MostCities)
        given.AddError($"--cities goes from 1 to {CountrySettings.MostCities}.");
});
scale.Validators.Add(given =>
{
    if (given.GetValueOrDefault<double>() is not (> 0 and <= 1000))
        given.AddError("--scale is a number above 0, 1000 at most.");
});

var command = new RootCommand("Fills a database with a made-up country. Started again, it goes on where it stopped.") { connection, cities, scale, seed, day, beside };
command.SetAction(async (given, stop) =>
{
    var options = new SocialMapDatabaseOptions { ConnectionString = given.GetValue(connection), DataFolder = "", SeedFolder = given.GetValue(beside), ReaderPoolSize = 1 };
    var settings = new CountrySettings
    {
        Seed = given.GetValue(seed), Cities = given.GetValue(cities), Scale = given.GetValue(scale), Day = given.GetValue(day),
    };
    try
    {
        await using var database = await SocialMapDatabase.OpenAsync(options, NullLoggerFactory.Instance, stop);
        await Country.WriteAsync(database, settings, Console.WriteLine, stop);
        return 0;
    }
    catch (SocialMapDatabaseException reason)
    {
        await Console.Error.WriteLineAsync(reason.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();
