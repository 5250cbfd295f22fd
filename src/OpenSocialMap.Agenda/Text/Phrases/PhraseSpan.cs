namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>A part of the phrase: from a column, counted from 1, so many characters.</summary>
internal readonly record struct PhraseSpan(int Column, int Length);
