using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Studies;
using CivicTech.Testing;

namespace CivicTech.Tests.Consensus.Delphi.Studies;

/// <summary>Whatever a command or a protocol holds, however deep, is read strictly.</summary>
public sealed class StrictJsonTests
{
    [Fact]
    public void Commands_OfStudies_HaveNoListWithHolesAndNoNumberedEnumeration() => AssertStrict(DelphiJson.Default, typeof(DelphiCommand));

    [Fact]
    public void Protocols_HaveNoListWithHolesAndNoNumberedEnumeration() => AssertStrict(ProtocolJson.Default, typeof(DelphiProtocol));

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"Later\"")]
    public void Command_WithANumberForAName_IsNotReadAndTheNamesAreTold(string value)
    {
        var json = $$"""{"kind":"extend-round","closes":{"local":"2026-06-30T23:59:00","zone":"Europe/Paris","doubledHour":{{value}}},"reason":"r"}""";
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, DelphiJson.Default.DelphiCommand));

        Assert.Equal("$.closes", exception.Path);
        Assert.Contains("one of ", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertStrict(JsonSerializerContext context, params Type[] roots)
    {
        var (lists, enumerations) = StrictJson.Check(context, roots);

        Assert.True(lists > 3 && enumerations > 2, $"{lists} {enumerations}");
    }
}
