using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>What a phrase says: a schedule, or else the problems that keep it from being one.</summary>
/// <param name="Schedule">With the phrase as its text; null when there are problems.</param>
/// <param name="Problems">In the order of the phrase; empty when it was read.</param>
public sealed record PhraseReading(Schedule? Schedule, EquatableList<PhraseProblem> Problems)
{
    internal static PhraseReading Of(params ReadOnlySpan<PhraseProblem> problems) => new(null, EquatableList.Create(problems));
}
