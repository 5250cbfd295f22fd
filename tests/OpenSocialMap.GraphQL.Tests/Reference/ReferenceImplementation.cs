using System.Text.Json;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>Puts the same questions to npm's graphql, the reference implementation of the specification, and to ours.</summary>
internal static class ReferenceImplementation
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The verdicts of both, question by question; one process answers them all.</summary>
    public static async Task<IReadOnlyList<Comparison>> Compare(IReadOnlyList<Question> questions)
    {
        var answers = await Node.Run("reference.mjs", questions.Select(q => JsonSerializer.Serialize(q, CamelCase)).Prepend(Schemas.Json));
        return [.. questions.Zip(answers, (question, answer) =>
            new Comparison(question, Verdict.Ours(Schemas.Get(question.Schema), question), Verdict.Theirs(answer)))];
    }

    /// <summary>Fails when the two differ somewhere without a reason in <see cref="IntendedDifferences"/>, and shows the first of them.</summary>
    /// <param name="questions">What to ask.</param>
    /// <param name="name">How a failure calls a question, so that it can be found or made again.</param>
    public static async Task<IReadOnlyList<Comparison>> AssertAgreement(IReadOnlyList<Question> questions, Func<int, string> name)
    {
        var comparisons = await Compare(questions);
        Assert.Equal(questions.Count, comparisons.Count);
        var surprises = comparisons.Index().Where(c => !c.Item.Agrees && !IntendedDifferences.Explain(c.Item)).ToList();
        Assert.True(surprises.Count == 0, $"{surprises.Count} of {questions.Count} differ.\n\n"
            + string.Join("\n\n", surprises.Take(10).Select(s => $"--- {name(s.Index)}\n{s.Item}")));
        return comparisons;
    }
}

/// <summary>A question and both verdicts.</summary>
internal sealed record Comparison(Question Question, Verdict Ours, Verdict Theirs)
{
    public bool Agrees => Ours.ToString() == Theirs.ToString();

    /// <summary>The question, and the lines of each verdict that the other hasn't.</summary>
    public override string ToString() => $"{Question.Document}\n{Question.Variables}\n- ours:\n{Only(Ours, Theirs)}\n- the reference:\n{Only(Theirs, Ours)}";

    private static string Only(Verdict one, Verdict other) =>
        string.Join('\n', one.ToString().Split('\n').Except(other.ToString().Split('\n')).DefaultIfEmpty("(the same lines in another order)"));
}
