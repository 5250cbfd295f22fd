using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in what helps people find: other words, and the questions that they come with. Both are whole lists, so what vanished from them goes.
internal sealed partial class SeedImport
{
    void FillSynonyms()
    {
        var known = context.Synonyms.Local.ToDictionary(synonym => synonym.Word);
        var listed = new HashSet<string>();
        foreach (var row in tables.Synonyms)
        {
            var word = row.Required("word");
            row.Required("means");
            if (!listed.Add(word))
            {
                row.Problem("word", "this word is there already; put all that it means in one row");
                continue;
            }
            if (!known.TryGetValue(word, out var synonym))
                context.Add(synonym = new Synonym { Word = word });
            synonym.Means = [.. row.List("means")];
        }
        context.RemoveRange(known.Values.Where(synonym => !listed.Contains(synonym.Word)));
    }

    void FillHelpRoutes()
    {
        var known = context.HelpRoutes.Local.ToDictionary(route => route.Code);
        var listed = new HashSet<string>();
        foreach (var row in tables.HelpRoutes)
        {
            var code = row.Slug("code");
            if (!listed.Add(code))
            {
                row.Problem("code", $"the code \"{code}\" is there already; give this question another");
                continue;
            }
            if (!known.TryGetValue(code, out var route))
                context.Add(route = new HelpRoute { Code = code });
            route.Position = listed.Count;
            route.Question = row.Required("question");
            route.QuestionEnglish = row.Required("question_english");
            route.Themes = row.Choices<Theme>("themes");
            route.TargetGroups = row.Choices<TargetGroup>("target_groups");
            if (route.Themes.Count + route.TargetGroups.Count == 0)
                row.Problem("themes", "nothing answers this question; name a theme, or a group in target_groups");
        }
        context.RemoveRange(known.Values.Where(route => !listed.Contains(route.Code)));
    }
}
