namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// Works out, exactly and without a program, what each unknown of a component without cycles can be. Each row tells each of its unknowns what the
/// others leave it; in a tree two passes, from the leaves to a root and back, tell everybody everything, as in belief propagation.
/// </summary>
sealed class IntervalAttack
{
    private readonly Puzzle _puzzle;
    private readonly Component _component;
    private readonly Dictionary<int, int> _place;
    private readonly Interval[] _known;
    private readonly Dictionary<long, Interval> _messages = [];

    private IntervalAttack(Puzzle puzzle, Component component)
    {
        (_puzzle, _component) = (puzzle, component);
        _place = new(component.Variables.Count);
        _known = new Interval[component.Variables.Count];
        for (var place = 0; place < _known.Length; place++)
        {
            _place[component.Variables[place]] = place;
            _known[place] = puzzle.KnownOf(component.Variables[place]);
        }
    }

    /// <summary>The interval of changes of each of the component's variables, or null when the component has cycles or coefficients that arithmetic can't settle.</summary>
    public static Interval[]? Solve(Puzzle puzzle, Component component) =>
        IsTree(puzzle, component) ? new IntervalAttack(puzzle, component).Solve() : null;

    private static bool IsTree(Puzzle puzzle, Component component)
    {
        var ties = 0;
        foreach (var row in component.Rows)
        {
            var (unknowns, units) = (0, true);
            var variables = puzzle.System.VariablesOf(row);
            var coefficients = puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                if (!puzzle.IsDetermined(variables[index]))
                {
                    unknowns++;
                    units &= Math.Abs(coefficients[index]) == 1;
                }
            }
            if (unknowns > 1 && !units)
            {
                return false;
            }
            ties += unknowns;
        }
        // Every row of the component has an unknown in it, save those around a single determined one.
        return ties <= component.Variables.Count + component.Rows.Count - 1;
    }

    private Interval[] Solve()
    {
        // The variables came in the order of a search from the first, so backwards is from the leaves to the root.
        var parentRow = new int[_known.Length];
        Array.Fill(parentRow, -1);
        var rowParent = new Dictionary<int, int>(_component.Rows.Count);
        for (var place = 0; place < _known.Length; place++)
        {
            foreach (var row in _puzzle.System.RowsOf(_component.Variables[place]))
            {
                if (row == parentRow[place] || !rowParent.TryAdd(row, place))
                {
                    continue;
                }
                foreach (var variable in _puzzle.System.VariablesOf(row))
                {
                    if (_place.TryGetValue(variable, out var child) && child != place)
                    {
                        parentRow[child] = row;
                    }
                }
            }
        }
        for (var place = _known.Length - 1; place >= 0; place--)
        {
            foreach (var row in _puzzle.System.RowsOf(_component.Variables[place]))
            {
                if (row != parentRow[place])
                {
                    Tell(row, place);
                }
            }
        }
        for (var place = 0; place < _known.Length; place++)
        {
            foreach (var row in _puzzle.System.RowsOf(_component.Variables[place]))
            {
                if (row != parentRow[place])
                {
                    TellAllBut(row, place);
                }
            }
        }
        return [.. Enumerable.Range(0, _known.Length).Select(place => Heard(place, exceptRow: -1))];
    }

    /// <summary>The row tells one variable what all others in it leave.</summary>
    private void Tell(int row, int receiver)
    {
        var index = _puzzle.System.VariablesOf(row).IndexOf(_component.Variables[receiver]);
        Send(row, index, receiver, new Leeway(this, row, receiver));
    }

    /// <summary>The row tells everybody but one; that one's own word is counted, without what the row told it before.</summary>
    private void TellAllBut(int row, int sender)
    {
        var leeway = new Leeway(this, row, receiver: -1);
        var variables = _puzzle.System.VariablesOf(row);
        for (var index = 0; index < variables.Length; index++)
        {
            if (_place.TryGetValue(variables[index], out var place) && place != sender)
            {
                Send(row, index, place, leeway);
            }
        }
    }

    private void Send(int row, int index, int receiver, Leeway leeway)
    {
        var message = leeway.For(_puzzle.System.CoefficientsOf(row)[index], Heard(receiver, row));
        if (_puzzle.Unknowns[_component.Variables[receiver]].IsWhole)
        {
            message = Whole(message, _puzzle.Unknowns[_component.Variables[receiver]].Truth);
        }
        _messages[Address(row, receiver)] = message;
    }

    /// <summary>What a variable knows by itself and from all its rows but one.</summary>
    private Interval Heard(int place, int exceptRow)
    {
        var heard = _known[place];
        foreach (var row in _puzzle.System.RowsOf(_component.Variables[place]))
        {
            if (row != exceptRow && _messages.TryGetValue(Address(row, place), out var message))
            {
                heard = heard.And(message);
            }
        }
        return heard;
    }

    private static long Address(int row, int place) => ((long)row << 32) | (uint)place;

    private static Interval Whole(Interval changes, double truth) =>
        new(Math.Ceiling(changes.Lower + truth - 1e-6) - truth, Math.Floor(changes.Upper + truth + 1e-6) - truth);

    /// <summary>What a row's range leaves after the sum of its variables, kept so that one of them can be taken out of the sum again.</summary>
    private readonly struct Leeway
    {
        private readonly Interval _range;
        private readonly double _least;
        private readonly double _most;
        private readonly int _leastInfinite;
        private readonly int _mostInfinite;
        private readonly bool _includesAll;

        public Leeway(IntervalAttack attack, int row, int receiver)
        {
            _range = attack._puzzle.System.RangeOf(row);
            _includesAll = receiver < 0;
            var variables = attack._puzzle.System.VariablesOf(row);
            var coefficients = attack._puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                if (!attack._place.TryGetValue(variables[index], out var place) || place == receiver)
                {
                    continue;
                }
                var term = Times(attack.Heard(place, row), coefficients[index]);
                Add(term.Lower, ref _least, ref _leastInfinite);
                Add(term.Upper, ref _most, ref _mostInfinite);
            }
        }

        public Interval For(double coefficient, Interval own)
        {
            var (least, most, leastInfinite, mostInfinite) = (_least, _most, _leastInfinite, _mostInfinite);
            if (_includesAll)
            {
                var term = Times(own, coefficient);
                Take(term.Lower, ref least, ref leastInfinite);
                Take(term.Upper, ref most, ref mostInfinite);
            }
            var left = new Interval(
                mostInfinite > 0 ? double.NegativeInfinity : _range.Lower - most,
                leastInfinite > 0 ? double.PositiveInfinity : _range.Upper - least);
            return Times(left, 1 / coefficient);
        }

        private static Interval Times(Interval interval, double factor) =>
            factor > 0 ? new(interval.Lower * factor, interval.Upper * factor) : new(interval.Upper * factor, interval.Lower * factor);

        private static void Add(double value, ref double sum, ref int infinite)
        {
            if (double.IsInfinity(value))
            {
                infinite++;
            }
            else
            {
                sum += value;
            }
        }

        private static void Take(double value, ref double sum, ref int infinite)
        {
            if (double.IsInfinity(value))
            {
                infinite--;
            }
            else
            {
                sum -= value;
            }
        }
    }
}
