namespace OpenSocialMap.Server.Feeds;

/// <summary>Themes and groups in Dutch; a value that is not here is told by its own name.</summary>
internal static class FeedLabels
{
    public static readonly IReadOnlyDictionary<string, string> Dutch = new Dictionary<string, string>
    {
        ["MEETING"] = "ontmoeten",
        ["EATING_TOGETHER"] = "samen eten",
        ["LANGUAGE"] = "taal",
        ["ADVICE"] = "vragen en advies",
        ["MONEY"] = "geld",
        ["HEALTH"] = "gezondheid",
        ["EXERCISE"] = "bewegen",
        ["CREATIVITY"] = "creatief",
        ["CULTURE"] = "cultuur",
        ["REPAIR_AND_SHARING"] = "repareren en delen",
        ["NATURE"] = "natuur",
        ["NEIGHBOURHOOD"] = "buurt",
        ["LEARNING"] = "leren",
        ["CARE"] = "zorg",
        ["DIGITAL_SKILLS"] = "computer en telefoon",
        ["VOLUNTEERING"] = "vrijwilligerswerk",
        ["FAITH"] = "geloof",
        ["PARTICIPATION"] = "meepraten",
        ["SAFETY"] = "veiligheid",
        ["PLAY"] = "spelen",
        ["CELEBRATION"] = "feest",
        ["WORK"] = "werk",
        ["HOUSING"] = "wonen",
        ["EVERYONE"] = "iedereen",
        ["CHILDREN"] = "kinderen",
        ["YOUTH"] = "jongeren",
        ["PARENTS"] = "ouders",
        ["WOMEN"] = "vrouwen",
        ["MEN"] = "mannen",
        ["SENIORS"] = "ouderen",
        ["NEWCOMERS"] = "nieuwkomers",
        ["LOW_INCOME"] = "mensen met weinig geld",
        ["CARERS"] = "mantelzorgers",
        ["VOLUNTEERS"] = "vrijwilligers",
        ["LGBTI"] = "lhbti'ers",
        ["PEOPLE_WITH_DEMENTIA"] = "mensen met dementie",
        ["STUDENTS"] = "leerlingen en studenten",
        ["PROFESSIONALS"] = "professionals",
        ["RESIDENTS_NEARBY"] = "omwonenden",
    };

    public static string Plain(string value) => value == "LGBTI" ? value : value.ToLowerInvariant().Replace('_', ' ');
}
