using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OpenSocialMap.Data.Migrations;

/// <summary>A migration that is a numbered SQL file beside this one; its name is the file's.</summary>
public abstract class SqlMigration : Migration
{
    protected sealed override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(EmbeddedSql.Read(GetType().GetCustomAttribute<MigrationAttribute>()!.Id + ".sql"));
}
