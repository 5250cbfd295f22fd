namespace OpenSocialMap.Disclosure;

/// <summary>A table, policy or machine that protection can't work with; the message says what has to change.</summary>
public class DisclosureException : Exception
{
    public DisclosureException(string message) : base(message)
    {
    }

    public DisclosureException(string message, Exception inner) : base(message, inner)
    {
    }
}
