using System.Text;

namespace OpenSocialMap.Server.Tests.Cases;

/// <summary>Breaks a statement into lines, one clause each and indented by the selects around it, so that a person can review it.</summary>
internal static class SqlLayout
{
    private static readonly string[] Clauses = ["select ", "from ", "where ", "order by ", "limit ", "join ", "left join "];

    public static string Of(string sql)
    {
        var text = new StringBuilder();
        var selects = new Stack<bool>();
        var quoted = false;
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] == '\'')
                quoted = !quoted;
            if (!quoted && sql[i] == '(')
                selects.Push(sql.AsSpan(i + 1).StartsWith("select "));
            else if (!quoted && sql[i] == ')' && selects.Pop())
                Break(text, selects);
            if (!quoted && (i == 0 || sql[i] == ' ' || sql[i - 1] == '(') && (selects.Count == 0 || selects.Peek()) && StartsClause(sql, sql[i] == ' ' ? i + 1 : i))
            {
                Break(text, selects);
                if (sql[i] == ' ')
                    continue;
            }
            text.Append(sql[i] == '\n' ? ' ' : sql[i]);
        }
        return text.ToString().Trim();
    }

    private static bool StartsClause(string sql, int at) => Clauses.Any(clause => string.CompareOrdinal(sql, at, clause, 0, clause.Length) == 0);

    private static void Break(StringBuilder text, Stack<bool> selects) => text.Append('\n').Append(' ', 2 * selects.Count(s => s));
}
