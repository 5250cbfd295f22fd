using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>What the rules share while they check one document: the schema, the fragments by name, who uses what, and the errors.</summary>
internal sealed class ValidationContext(Schema schema, Document document, int maxErrors)
{
    private readonly List<GraphQLError> _errors = [];
    private readonly LineIndex _lines = new(document.Source);
    // Nodes are records, which compare by content; as keys they stand for themselves.
    private readonly Dictionary<SelectionSet, IReadOnlyList<FragmentSpread>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ExecutableDefinition, IReadOnlyList<VariableUsage>> _ownUsages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationDefinition, IReadOnlyList<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, FragmentDefinition>? _fragments;
    private int _fragmentWork;

    public Schema Schema => schema;
    public Document Document => document;
    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Report(string message, params IEnumerable<Node> nodes) => Report(ErrorCodes.Validation, message, nodes);

    /// <summary>Reports that the document is too costly to check, and ends the check.</summary>
    public void Refuse(string limit, int maximum, string message, string hint)
    {
        Report(new ExceededLimit(limit, maximum + 1, maximum).Error(message, hint), []);
        throw new ValidationStopped();
    }

    private void Report(string code, string message, IEnumerable<Node> nodes) => Report(new GraphQLError(message, code), nodes);

    public void Report(GraphQLError error, IEnumerable<Node> nodes)
    {
        if (_errors.Count >= maxErrors)
        {
            _errors.Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.Validation));
            throw new ValidationStopped();
        }
        _errors.Add(error with { Locations = [.. nodes.Select(node => _lines.LocationOf(node.Span.Start))] });
    }

    /// <summary>The fragment of this name; of two with one name, which is an error of its own, the last.</summary>
    public FragmentDefinition? Fragment(string name)
    {
        if (_fragments is null)
        {
            _fragments = [];
            foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }
        return _fragments.GetValueOrDefault(name);
    }

    /// <summary>The spreads in a selection set and below it: its own first, then those of each nested set, the last set first.</summary>
    public IReadOnlyList<FragmentSpread> SpreadsIn(SelectionSet selections)
    {
        if (_spreads.TryGetValue(selections, out var known)) return known;
        var spreads = new List<FragmentSpread>();
        var open = new Stack<SelectionSet>([selections]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Items)
            {
                switch (selection)
                {
                    case FragmentSpread spread:
                        spreads.Add(spread);
                        break;
                    case Field { Selections: { } inner }:
                        open.Push(inner);
                        break;
                    case InlineFragment inline:
                        open.Push(inline.Selections);
                        break;
                }
            }
        }
        return _spreads[selections] = spreads;
    }

    /// <summary>The fragments that these operations spread, and those that these fragments spread, and so on.</summary>
    public IReadOnlyList<FragmentDefinition> FragmentsUsedBy(params IEnumerable<OperationDefinition> operations)
    {
        var fragments = new List<FragmentDefinition>();
        var names = new HashSet<string>();
        foreach (var operation in operations)
        {
            Follow(operation.Selections);
        }
        // The list grows while it is gone through.
        for (var i = 0; i < fragments.Count; i++)
        {
            Follow(fragments[i].Selections);
        }
        return fragments;

        void Follow(SelectionSet selections)
        {
            var spreads = SpreadsIn(selections);
            SpendFragmentWork(spreads.Count);
            foreach (var spread in spreads)
            {
                if (names.Add(spread.Name.Value) && Fragment(spread.Name.Value) is { } fragment) fragments.Add(fragment);
            }
        }
    }

    /// <summary>Every place where an operation, or a fragment that it reaches, uses a variable.</summary>
    public IReadOnlyList<VariableUsage> VariableUsages(OperationDefinition operation)
    {
        if (_usages.TryGetValue(operation, out var known)) return known;
        var usages = new List<VariableUsage>(OwnVariableUsages(operation));
        foreach (var fragment in FragmentsUsedBy(operation))
        {
            var own = OwnVariableUsages(fragment);
            SpendFragmentWork(own.Count + 1);
            usages.AddRange(own);
        }
        return _usages[operation] = usages;
    }

    private IReadOnlyList<VariableUsage> OwnVariableUsages(ExecutableDefinition definition)
    {
        if (_ownUsages.TryGetValue(definition, out var known)) return known;
        var collector = new VariableUsageCollector();
        new DocumentWalk(schema, new Visitor[] { collector }).Visit(definition);
        return _ownUsages[definition] = collector.Usages;
    }

    public void SpendFragmentWork(int steps)
    {
        _fragmentWork += steps;
        if (_fragmentWork > ValidationLimits.MaxFragmentSteps)
        {
            Refuse(LimitNames.FragmentSteps, ValidationLimits.MaxFragmentSteps,
                $"This document takes more than {ValidationLimits.MaxFragmentSteps} steps to find out which operation uses which fragment.",
                "Send fewer operations at once, or fewer fragments that they share.");
        }
    }
}
