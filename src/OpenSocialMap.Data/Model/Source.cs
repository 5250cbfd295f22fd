namespace OpenSocialMap.Data.Model;

/// <summary>A document or dataset that facts come from.</summary>
public sealed class Source
{
    public int Key { get; private set; }
    public string Id { get; set; } = null!;
    public string Slug { get; set; } = null!;
    public string Title { get; set; } = null!;
    public string? Publisher { get; set; }
    public SourceKind Kind { get; set; }
    public string? FileName { get; set; }
    public string? Url { get; set; }

    /// <summary>An SPDX-like id, or the source's own words.</summary>
    public string? Licence { get; set; }

    public string? Attribution { get; set; }

    /// <summary>ISO 8601 with reduced precision.</summary>
    public string? PublishedOn { get; set; }

    /// <summary>An ISO 8601 date or interval.</summary>
    public string? TemporalCoverage { get; set; }

    public string? Description { get; set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ModifiedAt { get; private set; }
}
