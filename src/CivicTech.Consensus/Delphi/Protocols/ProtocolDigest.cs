using System.Text.Json;
using System.Text.Json.Nodes;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>The protocol as it was frozen, as a digest that anyone can recompute: SHA-256 of its canonical JSON.</summary>
public static class ProtocolDigest
{
    /// <summary>The digest of a protocol.</summary>
    /// <param name="protocol">As it is published.</param>
    public static Digest Of(DelphiProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return Digest.Of(CanonicalJson.ToBytes(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(protocol, ProtocolJson.Default.DelphiProtocol))));
    }
}
