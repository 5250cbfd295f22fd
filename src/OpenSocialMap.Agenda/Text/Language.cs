namespace OpenSocialMap.Agenda.Text;

/// <summary>A language that schedules and opening hours can be told in. Dutch is the one that people can also type.</summary>
public enum Language
{
    Dutch,
    English,
}
