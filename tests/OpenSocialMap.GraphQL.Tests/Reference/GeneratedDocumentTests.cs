using OpenSocialMap.Server.Tests.RandomDocuments;
using Xunit.Abstractions;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>
/// Thousands of documents over the schema that we publish, and the same after small accidents: the reference implementation and ours say the
/// same of each. RANDOM_SEED and RANDOM_DOCUMENTS in the environment choose other documents, or more; without them every run is the same.
/// </summary>
public sealed class GeneratedDocumentTests(ITestOutputHelper output)
{
    private static readonly int First = Setting("RANDOM_SEED", 1);
    private static readonly int Count = Setting("RANDOM_DOCUMENTS", 500);

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    [Fact]
    public async Task Valid_documents_and_broken_ones_get_the_verdict_of_the_reference_implementation()
    {
        var questions = Enumerable.Range(First, Count).SelectMany(seed => Questions(seed).Select(question => (Seed: seed, Question: question))).ToList();

        var compared = await ReferenceImplementation.AssertAgreement([.. questions.Select(q => q.Question)], i => $"RANDOM_SEED={questions[i].Seed}");

        var (broken, invalid, refused, coerced) = (
            compared.Count(c => c.Theirs.Syntax is not null), compared.Count(c => c.Theirs.Errors.Count > 0),
            compared.Count(c => c.Theirs.VariableErrors.Count > 0), compared.Count(c => c.Theirs.Coerced is not null));
        output.WriteLine($"{compared.Count} documents: {broken} of broken syntax, {invalid} invalid, {refused} with wrong variables, {coerced} with right ones, "
            + $"{compared.Count(c => !c.Agrees)} intended differences.");
        // Each way that a document can go is gone often, else this tests little.
        Assert.All([broken, invalid, refused, coerced], n => Assert.True(n > questions.Count / 20, output.ToString()));
    }

    private static IEnumerable<Question> Questions(int seed)
    {
        var schema = Schemas.Get(Schemas.Public);
        var dice = new Dice(seed);
        var selections = new RandomSelection(schema, dice, new RandomInput(dice, new Known())).Root();
        var mutation = new Mutation(schema, dice);
        var (literal, variable) = (RandomDocument.WithLiterals(selections).Query, RandomDocument.WithVariables(selections, dice));
        yield return new Question(Schemas.Public, literal);
        yield return new Question(Schemas.Public, variable.Query, variable.Variables);
        yield return new Question(Schemas.Public, variable.Query, mutation.OfVariables(variable.Variables));
        for (var i = 0; i < 3; i++)
            yield return new Question(Schemas.Public, mutation.OfDocument(dice.OneIn(2) ? literal : variable.Query), variable.Variables);
    }
}
