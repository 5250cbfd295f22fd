namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Something that a phrase may say once. Saying the same again does no harm; saying something else is a problem.</summary>
internal sealed class Stated<T>(string what, List<PhraseProblem> problems)
{
    public bool IsSaid { get; private set; }

    public T? Value { get; private set; }

    public PhraseSpan Span { get; private set; }

    public void Say(T value, PhraseSpan span)
    {
        if (IsSaid && !EqualityComparer<T>.Default.Equals(value, Value))
            problems.Add(PhraseProblems.SaidTwice(what, span));
        else
            (IsSaid, Value, Span) = (true, value, span);
    }
}

internal static class Stated
{
    public static T? OrNull<T>(this Stated<T> stated)
        where T : struct => stated.IsSaid ? stated.Value : null;
}
