using System.Globalization;
using NodaTime;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Cuts a phrase into words, numbers, ordinals, clock times and dates.</summary>
internal sealed class PhraseLexer
{
    private readonly string _phrase;
    private readonly List<Token> _tokens = [];
    private int _at;

    private PhraseLexer(string phrase) => _phrase = phrase;

    public static IReadOnlyList<Token> Tokens(string phrase)
    {
        var lexer = new PhraseLexer(phrase.Replace('’', '\'').Replace('‘', '\'').Replace('`', '\''));
        while (lexer._at < phrase.Length)
            lexer.Next();
        return lexer._tokens;
    }

    private void Next()
    {
        var current = _phrase[_at];
        if (char.IsWhiteSpace(current) && current is not '\n')
            _at++;
        else if (char.IsAsciiDigit(current))
            Digits();
        else if (char.IsLetter(current) || current is '\'')
            Word();
        else
            Add(Sign(current), 1);
    }

    private void Add(Lexeme lexeme, int length)
    {
        _tokens.Add(new(lexeme, _phrase.Substring(_at, length), _at + 1, _at == 0 || char.IsWhiteSpace(_phrase[_at - 1])));
        _at += length;
    }

    private static Lexeme Sign(char sign) => sign switch
    {
        '-' or '–' or '—' => new(Meaning.Dash),
        ',' => new(Meaning.Comma),
        ';' or '.' or '\n' or '(' or ')' => new(Meaning.Stop),
        '&' or '+' or '/' => new(Meaning.And),
        _ => default,
    };

    private void Digits()
    {
        if (Date() || Clock())
            return;
        var (number, length) = Number(_at);
        var letters = LettersAt(_at + length);
        if (letters.ToLowerInvariant() is "e" or "de" or "ste")
            Add(new(Meaning.Ordinal, number), length + letters.Length);
        else
            Add(new(Meaning.Number, number), length);
    }

    /// <summary>14-3-2024, 14/03/2024, 14.3.2024 and 2024-03-14.</summary>
    private bool Date()
    {
        var (first, firstLength) = Number(_at);
        if (CharAt(_at + firstLength) is not ('-' or '/' or '.') || Number(_at + firstLength + 1) is not { Length: 1 or 2 } middle)
            return false;
        var at = _at + firstLength + 1 + middle.Length;
        if (CharAt(at) != CharAt(_at + firstLength) || Number(at + 1) is not { Length: > 0 } last)
            return false;
        var (year, day) = (firstLength, last.Length) switch
        {
            (4, <= 2) => (first, last.Value),
            ( <= 2, 4) => (last.Value, first),
            _ => (0, 0),
        };
        if (year is 0 or > 9998 || middle.Value is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, middle.Value))
            return false;
        Add(new(Meaning.Date, (((year * 100) + middle.Value) * 100) + day), at + 1 + last.Length - _at);
        return true;
    }

    /// <summary>9:00, 9.00 and 09:00. A full stop with one digit behind it ends a sentence.</summary>
    private bool Clock()
    {
        var (hour, length) = Number(_at);
        if (length > 2 || CharAt(_at + length) is not (':' or '.') || Number(_at + length + 1) is not { Length: 2 } minute)
            return false;
        if (minute.Value > 59 || hour > 24 || (hour == 24 && minute.Value > 0))
            return false;
        Add(new(Meaning.Clock, (hour * 60) + minute.Value), length + 3);
        return true;
    }

    private void Word()
    {
        var length = 1;
        while (char.IsLetter(CharAt(_at + length)) || (CharAt(_at + length) is '\'' && char.IsLetter(CharAt(_at + length + 1))))
            length++;
        var word = _phrase.Substring(_at, length).ToLowerInvariant();
        if (word is "'s" or "s" && CharAt(_at + length) is ' ' && LettersAt(_at + length + 1) is { Length: > 0 } part)
        {
            var lexeme = DutchLexicon.Of($"'s {part.ToLowerInvariant()}");
            Add(lexeme, lexeme.Meaning is Meaning.None ? length : length + 1 + part.Length);
            return;
        }
        foreach (var dotted in (ReadOnlySpan<string>)["t/m", "t.m.", "v.a."])
        {
            if (string.Compare(_phrase, _at, dotted, 0, dotted.Length, ignoreCase: true, CultureInfo.InvariantCulture) == 0)
            {
                Add(DutchLexicon.Of(dotted), dotted.Length);
                return;
            }
        }
        Add(DutchLexicon.Of(word), length);
        var abbreviates = _tokens[^1].Meaning is Meaning.Day or Meaning.Month or Meaning.Including or Meaning.Hour && length < 5;
        if (abbreviates && CharAt(_at) is '.' && CharAt(_at + 1) is not '\n' and not '\0')
            _at++;
    }

    /// <summary>The digits at a position; nine at most, so that any number fits.</summary>
    private (int Value, int Length) Number(int at)
    {
        var length = 0;
        while (length < 9 && char.IsAsciiDigit(CharAt(at + length)))
            length++;
        return (length == 0 ? 0 : int.Parse(_phrase.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture), length);
    }

    private string LettersAt(int at)
    {
        var length = 0;
        while (char.IsLetter(CharAt(at + length)))
            length++;
        return length == 0 ? "" : _phrase.Substring(at, length);
    }

    private char CharAt(int at) => at < _phrase.Length ? _phrase[at] : '\0';
}
