using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Recognises what tells who a person is or how to reach one: phone numbers, e-mail addresses, names with a title or a number.</summary>
public static partial class PersonalDataCheck
{
    // Addresses of a function rather than of somebody, at an organisation's own domain.
    static readonly HashSet<string> _roles =
    [
        "info", "contact", "redactie", "secretariaat", "receptie", "administratie", "bestuur", "vrijwilligers", "vrijwilligerswerk",
        "algemeen", "welkom", "communicatie", "pers", "balie", "post", "aanmelden", "aanmelding", "reserveren", "activiteiten", "privacy",
    ];

    static readonly HashSet<string> _personalDomains =
    [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.nl", "live.com", "msn.com", "yahoo.com",
        "yahoo.nl", "icloud.com", "me.com", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "xs4all.nl", "home.nl", "upcmail.nl",
        "hetnet.nl", "casema.nl", "chello.nl", "telfort.nl", "online.nl", "quicknet.nl", "solcon.nl", "proton.me", "protonmail.com",
    ];

    /// <summary>What is wrong with a text and how to mend it, or null. The text itself is not repeated: the answer may end in a log.</summary>
    public static string? FindProblem(string text)
    {
        var plain = Plain(text);
        if (EMail().Matches(plain).Any(address => !IsOfRole(address)))
            return "holds an e-mail address that may be a person's; leave it out, or give the organisation's general address (info@)";
        var undated = Date().Replace(plain, "#");
        if (IsPhoneNumber(undated))
            return "holds a phone number; leave it out, and name the website instead";
        if (NamedNumber().IsMatch(undated))
            return "holds a name beside a number; leave both out";
        if (TitledName().IsMatch(plain))
            return "names a person; write the role or the organisation instead";
        return null;
    }

    // One spelling for all digits, dashes and spaces, and none for what can't be seen.
    static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            switch (char.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)));
                    break;
                case UnicodeCategory.DashPunctuation or UnicodeCategory.MathSymbol when letter != '+':
                    plain.Append('-');
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.Format:
                    break;
                default:
                    plain.Append(letter == '＋' ? '+' : letter);
                    break;
            }
        return plain.ToString();
    }

    static bool IsOfRole(Match address) =>
        _roles.Contains(address.Groups["local"].Value.ToLowerInvariant())
        && !_personalDomains.Contains(address.Groups["domain"].Value.ToLowerInvariant());

    static bool IsPhoneNumber(string text) =>
        DutchNumber().Matches(text).Any(number => !Fraction().IsMatch(number.Value))
        || ForeignNumber().IsMatch(text)
        || UnmarkedCountry().IsMatch(text)
        || WithoutZero().Matches(text).Any(number => number.Value.Count(char.IsAsciiDigit) == 9)
        || ServiceNumber().IsMatch(text)
        || CalledNumber().IsMatch(text);

    [GeneratedRegex(@"(?<local>[\p{L}\d._%+-]+)\s*(?:@|\(at\)|\[at\]|\(apenstaartje\))\s*(?<domain>[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)", RegexOptions.IgnoreCase)]
    private static partial Regex EMail();

    // What may stand before a number and what may not: the codes of CBS, the tail of a decimal and the minutes of a clock are no starts.
    const string Start = @"(?<![\p{L}\d])(?<!\d[.,:])";

    // A clock time that follows the tenth digit shows that it was a list of times.
    const string End = @"(?![.:]?\d)";

    const string Gap = @"[ \-./()·•*_]{0,3}";

    // 06-12345678, (078) 613 12 34: ten digits from a zero, in any grouping.
    [GeneratedRegex(Start + @"\(?0" + Gap + "[1-9](?:" + Gap + @"\d){8}" + End)]
    private static partial Regex DutchNumber();

    [GeneratedRegex(@"^0\.\d+$")]
    private static partial Regex Fraction();

    // +31 6 12345678, 0031 (0)6 ..., and those of other countries.
    [GeneratedRegex(@"(?:\+|" + Start + "00" + Gap + @")\(?[1-9](?:" + Gap + @"\d){7,13}" + End)]
    private static partial Regex ForeignNumber();

    // 31612345678, 31 6 12 34 56 78.
    [GeneratedRegex(Start + "31[ -]?(?:" + @"\(?0\)?" + "[ -]?)?(?:6(?:" + Gap + @"\d){8}|[1-9]\d{8})" + End)]
    private static partial Regex UnmarkedCountry();

    // A mobile number that lost its zero, as spreadsheets do: 612345678, 6 12 34 56 78. Nine digits; the caller counts.
    [GeneratedRegex(Start + @"6[ \-.]?\d{2,4}(?:[ \-.]?\d{2,4}){1,3}" + End)]
    private static partial Regex WithoutZero();

    // 0800-1234, 0900 1234567; but not 0900-1200, which is a morning.
    [GeneratedRegex(Start + @"0(?:800|90[069])[ -]?(?!(?:[01]\d|2[0-4])[0-5]0(?!\d))\d{4}(?:\d{3})?" + End)]
    private static partial Regex ServiceNumber();

    [GeneratedRegex(@"(?<![\d/-])(?:(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)[0-3]\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?!\d)")]
    private static partial Regex Date();

    // A local number has seven digits, as many as the council's document numbers: the word before it decides.
    [GeneratedRegex(@"\b(?:tel|telefoon|telefoonnummer|bel|bellen|mobiel|whatsapp|app|sms)\b[^\d]{0,15}\d(?:[ \-./()]?\d){5,}", RegexOptions.IgnoreCase)]
    private static partial Regex CalledNumber();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+ (?:(?:van|de|den|der|ten|ter|het|'t) )*\p{Lu}\p{Ll}+[ ,:(-]{1,3}(?:\d{3}[ \-.]?\d{2}[ \-.]?\d{2}|\d{6,9})(?![ \-.]?\d)")]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"(?<!\p{L})(?:[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Mm]ej\.|[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Hh]r\.|[Dd]rs\.|[Ii]r\.|[Ii]ng\.|[Mm]r\.)\s+(?:(?:van|de|den|der|ten|ter|het|'t|v\.?d\.?)\s+)*\p{Lu}")]
    private static partial Regex TitledName();
}
