using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CivicTech.Consensus.Ranks;

/// <summary>Takes elements of two vectors in turn: of their lower or of their upper halves.</summary>
internal static class Interleave
{
    internal static bool IsSupported => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Lower(Vector128<byte> first, Vector128<byte> second) =>
        Sse2.IsSupported ? Sse2.UnpackLow(first, second) : AdvSimd.Arm64.ZipLow(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> Lower(Vector128<ushort> first, Vector128<ushort> second) =>
        Sse2.IsSupported ? Sse2.UnpackLow(first, second) : AdvSimd.Arm64.ZipLow(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> Upper(Vector128<ushort> first, Vector128<ushort> second) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(first, second) : AdvSimd.Arm64.ZipHigh(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<uint> Lower(Vector128<uint> first, Vector128<uint> second) =>
        Sse2.IsSupported ? Sse2.UnpackLow(first, second) : AdvSimd.Arm64.ZipLow(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<uint> Upper(Vector128<uint> first, Vector128<uint> second) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(first, second) : AdvSimd.Arm64.ZipHigh(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Lower(Vector128<double> first, Vector128<double> second) =>
        Sse2.IsSupported ? Sse2.UnpackLow(first, second) : AdvSimd.Arm64.ZipLow(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Upper(Vector128<double> first, Vector128<double> second) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(first, second) : AdvSimd.Arm64.ZipHigh(first, second);
}
