namespace OpenSocialMap.Data.Model;

/// <summary>A question that people come with, and what answers it.</summary>
public sealed class HelpRoute
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    /// <summary>What programs call it.</summary>
    public string Code { get; set; } = null!;

    /// <summary>Where it stands among the questions, from 1.</summary>
    public int Position { get; set; }

    /// <summary>As people would put it, in plain Dutch.</summary>
    public string Question { get; set; } = null!;

    public string QuestionEnglish { get; set; } = null!;

    /// <summary>An activity answers when it has one of these, or is for one of the groups.</summary>
    public List<Theme> Themes { get; set; } = [];

    public List<TargetGroup> TargetGroups { get; set; } = [];
}
