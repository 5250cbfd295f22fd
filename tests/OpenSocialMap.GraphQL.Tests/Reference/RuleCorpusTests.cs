using OpenSocialMap.GraphQL.Validation;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>For each rule of validation, documents that break it and documents that come near: the reference implementation and ours agree.</summary>
public sealed class RuleCorpusTests
{
    private static readonly string[] NotInTheReference = ["KnownOperationTypes"];

    [Fact]
    public async Task The_documents_of_every_rule_get_the_verdict_of_the_reference_implementation()
    {
        var documents = RuleCorpus.All.SelectMany(rule => rule.Documents, (rule, document) => (rule.Rule, rule.Schema, document.IsValid, document.Document)).ToList();

        var compared = await ReferenceImplementation.AssertAgreement(
            [.. documents.Select(d => new Question(d.Schema, d.Document, Rule: d.Rule))], i => documents[i].Rule);

        foreach (var (document, comparison) in documents.Zip(compared).Where(d => !NotInTheReference.Contains(d.First.Rule)))
        {
            Assert.True(comparison.Theirs.RuleErrors is not null, $"{comparison}\n{document.Rule} is no rule of it, or the document is no GraphQL.");
            Assert.True(comparison.Theirs.RuleErrors == 0 == document.IsValid, $"{comparison}\nis not {(document.IsValid ? "valid" : "invalid")} by {document.Rule} alone.");
        }
    }

    [Fact]
    public void Every_rule_has_documents_on_both_sides_of_it()
    {
        var rules = typeof(Validator).Assembly.GetTypes().Where(t => t.BaseType?.Name == "Rule").Select(t => t.Name).Order(StringComparer.Ordinal);

        Assert.Equal(rules, RuleCorpus.All.Select(rule => rule.Rule));
        Assert.All(RuleCorpus.All, rule => Assert.True(rule.Documents.Any(d => d.IsValid) && rule.Documents.Count(d => !d.IsValid) > 1, rule.Rule));
    }
}
