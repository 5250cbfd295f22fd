namespace OpenSocialMap.Data;

/// <summary>The database can't be opened, and the message tells the person who starts the server why and what to do, in a sentence.</summary>
public class SocialMapDatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
