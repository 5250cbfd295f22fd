namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Words of a phrase that were not understood, or can't be so; in Dutch, for the one who typed it.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Column">Where the words begin, counted from 1.</param>
/// <param name="Length">How many characters they take.</param>
/// <param name="Suggestions">What would be understood in their place, best first.</param>
public sealed record PhraseProblem(string Message, int Column, int Length, EquatableList<string> Suggestions);
