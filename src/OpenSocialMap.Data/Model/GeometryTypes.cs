using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;
using System.Data.Common;

namespace OpenSocialMap.Data.Model;

/// <summary>Teaches Npgsql and EF Core that PostGIS's geometry is NetTopologySuite's Geometry; the usual plugins' work, as far as we need it.</summary>
public static class GeometryTypes
{
    const string TypeName = "geometry";

    /// <summary>Lets a data source read and write geometry.</summary>
    public static NpgsqlDataSourceBuilder UseGeometry(this NpgsqlDataSourceBuilder source)
    {
        source.AddTypeInfoResolverFactory(new ResolverFactory());
        return source;
    }

    /// <summary>Lets a context have properties of geometry types.</summary>
    public static void MapGeometry(this DbContextOptionsBuilder options) =>
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new Extension());

    static Type[] Kinds => [typeof(Geometry), typeof(Point), typeof(MultiPolygon)];

    sealed class ResolverFactory : PgTypeInfoResolverFactory
    {
        public override IPgTypeInfoResolver CreateResolver() => new Resolver();
        public override IPgTypeInfoResolver? CreateArrayResolver() => null;
    }

    sealed class Resolver : IPgTypeInfoResolver
    {
        readonly TypeInfoMappingCollection _mappings = new();

        public Resolver()
        {
            _mappings.AddType<Geometry>(TypeName, static (options, mapping, _) => mapping.CreateInfo(options, new Converter<Geometry>()), isDefault: true);
            _mappings.AddType<Point>(TypeName, static (options, mapping, _) => mapping.CreateInfo(options, new Converter<Point>()));
            _mappings.AddType<MultiPolygon>(TypeName, static (options, mapping, _) => mapping.CreateInfo(options, new Converter<MultiPolygon>()));
        }

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            _mappings.Find(type, dataTypeName, options);
    }

    /// <summary>PostGIS speaks extended well-known binary, and so does NetTopologySuite.</summary>
    sealed class Converter<T> : PgStreamingConverter<T>
        where T : Geometry
    {
        public override T Read(PgReader reader)
        {
            using var stream = reader.GetStream();
            return (T)new WKBReader().Read(stream);
        }

        public override async ValueTask<T> ReadAsync(PgReader reader, CancellationToken cancellationToken = default)
        {
            await using var stream = reader.GetStream();
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, cancellationToken);
            return (T)new WKBReader().Read(whole.ToArray());
        }

        public override Size GetSize(SizeContext context, T value, ref object? writeState)
        {
            var bytes = new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(value);
            writeState = bytes;
            return bytes.Length;
        }

        public override void Write(PgWriter writer, T value) => writer.WriteBytes((byte[])writer.Current.WriteState!);

        public override ValueTask WriteAsync(PgWriter writer, T value, CancellationToken cancellationToken = default) =>
            writer.WriteBytesAsync((byte[])writer.Current.WriteState!, cancellationToken);
    }

    sealed class Mapping : RelationalTypeMapping
    {
        public Mapping(Type type) : base(TypeName, type) { }

        Mapping(RelationalTypeMappingParameters parameters) : base(parameters) { }

        protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new Mapping(parameters);

        protected override void ConfigureParameter(DbParameter parameter) => ((NpgsqlParameter)parameter).DataTypeName = TypeName;
    }

    sealed class MappingSource : IRelationalTypeMappingSourcePlugin
    {
        public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mapping) =>
            mapping.ClrType is { } type && Kinds.Contains(type) ? new Mapping(type) : null;
    }

    sealed class Extension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services) =>
            new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IRelationalTypeMappingSourcePlugin, MappingSource>();

        public void Validate(IDbContextOptions options)
        {
        }
    }

    sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "geometry ";
        public override int GetServiceProviderHashCode() => 0;
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
