using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>What a word stands for.</summary>
/// <param name="Value">A number, month, minutes of the day, day of the week or part of the day, by the kind.</param>
internal readonly record struct Lexeme(Meaning Meaning, int Value = 0, Frequency? Frequency = null, DayPart? Part = null);

/// <summary>A word of a phrase, and where it stands.</summary>
/// <param name="Column">From 1.</param>
/// <param name="AfterSpace">Whether a space is before it: "maandag- en" is not "maandag - dinsdag".</param>
internal readonly record struct Token(Lexeme Lexeme, string Text, int Column, bool AfterSpace)
{
    public Meaning Meaning => Lexeme.Meaning;

    public int Value => Lexeme.Value;

    public int End => Column + Text.Length;
}
