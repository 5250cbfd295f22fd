namespace OpenSocialMap.Server.Hosting;

/// <summary>A reason why the server can't start, in one sentence for the person who started it.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
