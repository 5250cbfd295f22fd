namespace OpenSocialMap.Disclosure;

/// <summary>What it is taken to lose when a cell is withheld; protection keeps the sum of it low.</summary>
public enum SuppressionWeights
{
    /// <summary>log(1 + value): large cells are spared, though not at the price of very many small ones.</summary>
    Logarithm,

    /// <summary>The value: as few persons as possible are left out.</summary>
    Value,

    /// <summary>1: as few cells as possible are withheld.</summary>
    Constant,
}
