// The steward's command line: raw figures in, protected releases out.
using OpenSocialMap.Cli;
using OpenSocialMap.Cli.Output;

return await CommandLine.RunAsync(args, Screen.OfConsole(), Settings.OfEnvironment());
