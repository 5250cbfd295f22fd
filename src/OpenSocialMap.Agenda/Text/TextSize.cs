namespace OpenSocialMap.Agenda.Text;

/// <summary>
/// How much a text says, as in publiq's calendar summaries. The first four are a fragment of a sentence on one line, to put after a name; the last is
/// lines that stand on their own. Every size leaves out what is not known and never says that something is not so.
/// </summary>
public enum TextSize
{
    /// <summary>For a list of names: abbreviated days and the clock, "wo 9-11". The season and the period only when there are no days to tell.</summary>
    ExtraSmall,

    /// <summary>One short line: whole words, no sentence, "woensdag 9:00–11:00". The season and the period only when there are no days to tell.</summary>
    Small,

    /// <summary>The sentence of a listing: days, clock, season and period, "iedere woensdag van 9:00 tot 11:00". Exceptions are left to the large sizes.</summary>
    Medium,

    /// <summary>All that is known, on one line: also holidays, exceptions, extra dates and how many times. In Dutch it can be read back.</summary>
    Large,

    /// <summary>All that is known, one statement a line, dates with their weekday; then what somebody who wants to go there has to ask.</summary>
    ExtraLarge,
}
