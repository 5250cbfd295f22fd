namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>The words of a phrase, read from left to right; what turns out not to be there is given back.</summary>
internal sealed class PhraseWords(IReadOnlyList<Token> tokens)
{
    private static readonly Token None = new(default, "", 0, AfterSpace: true);

    private int _at;

    public bool AtEnd => _at >= tokens.Count;

    public Token Current => Peek(0);

    /// <summary>The words that were read since a word, that one included.</summary>
    public PhraseSpan Since(Token first)
    {
        var last = _at > 0 ? tokens[_at - 1] : first;
        return new(first.Column, Math.Max(last.End, first.End) - first.Column);
    }

    public Token Peek(int ahead) => _at + ahead < tokens.Count ? tokens[_at + ahead] : None;

    public Token Take() => tokens[_at++];

    public bool Accept(Meaning meaning) => Accept(meaning, out _);

    public bool Accept(Meaning meaning, out Token token)
    {
        token = Current;
        if (token.Meaning != meaning || AtEnd)
            return false;
        _at++;
        return true;
    }

    public bool AcceptAny(params ReadOnlySpan<Meaning> meanings)
    {
        if (AtEnd || !meanings.Contains(Current.Meaning))
            return false;
        _at++;
        return true;
    }

    /// <summary>All of them in this order, or none.</summary>
    public bool AcceptAll(params ReadOnlySpan<Meaning> meanings)
    {
        for (var ahead = 0; ahead < meanings.Length; ahead++)
        {
            if (Peek(ahead).Meaning != meanings[ahead])
                return false;
        }
        _at += meanings.Length;
        return true;
    }

    public bool Try(Func<bool> read)
    {
        var start = _at;
        if (read())
            return true;
        _at = start;
        return false;
    }

    public T? Try<T>(Func<T?> read)
        where T : class
    {
        var start = _at;
        var result = read();
        if (result is null)
            _at = start;
        return result;
    }
}
