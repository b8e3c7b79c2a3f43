namespace CivicTech.Numerics;

// Every rounding to nearest of a bound is followed by one step up, which makes it a bound again.
public readonly partial struct Approximation
{
    // Below this, a part of a product's or remainder's bits may be lost to underflow, and the error is bounded otherwise.
    private const double SafeFromUnderflow = 1e-250;

    /// <summary>The true sum lies within the error of the result.</summary>
    /// <param name="left">One approximation.</param>
    /// <param name="right">The other approximation.</param>
    public static Approximation operator +(Approximation left, Approximation right)
    {
        double a = left.Value;
        double b = right.Value;
        double sum = a + b;

        // TwoSum (Knuth): the rounding error of a sum, exactly. Overflow on the way gives NaN, hence Unknown.
        double bPart = sum - a;
        double rounding = a - (sum - bPart) + (b - bPart);
        return Certify(sum, AddUp(AddUp(left.Error, right.Error), Math.Abs(rounding)));
    }

    /// <summary>The true difference lies within the error of the result.</summary>
    /// <param name="left">The approximation to subtract from.</param>
    /// <param name="right">The approximation to subtract.</param>
    public static Approximation operator -(Approximation left, Approximation right) => left + -right;

    /// <summary>The approximation of the number with its sign turned; no error is added.</summary>
    /// <param name="value">Any approximation.</param>
    public static Approximation operator -(Approximation value) => new(-value.Value, value.Error);

    /// <summary>The true product lies within the error of the result.</summary>
    /// <param name="left">One approximation.</param>
    /// <param name="right">The other approximation.</param>
    public static Approximation operator *(Approximation left, Approximation right)
    {
        double a = left.Value;
        double b = right.Value;
        double product = a * b;
        double rounding;
        if (a == 0 || b == 0)
        {
            rounding = 0;
        }
        else if (Math.Abs(product) > SafeFromUnderflow)
        {
            rounding = Math.Abs(Math.FusedMultiplyAdd(a, b, -product));
        }
        else
        {
            rounding = Gap(product);
        }

        // |AB - ab| <= |a| eb + |b| ea + ea eb
        double error = AddUp(
            AddUp(MultiplyUp(Math.Abs(a), right.Error), MultiplyUp(Math.Abs(b), left.Error)),
            MultiplyUp(left.Error, right.Error));
        return Certify(product, AddUp(error, rounding));
    }

    /// <summary>The true quotient lies within the error of the result.</summary>
    /// <param name="left">The approximation to divide.</param>
    /// <param name="right">The approximation to divide by.</param>
    /// <returns><see cref="Unknown"/> if the true number of <paramref name="right"/> may be zero; there is no exception.</returns>
    public static Approximation operator /(Approximation left, Approximation right)
    {
        double a = left.Value;
        double b = right.Value;
        double least = right.Error == 0 ? Math.Abs(b) : Math.BitDecrement(Math.Abs(b) - right.Error);
        if (!(least > 0)) return Unknown;
        double quotient = a / b;
        if (!double.IsFinite(quotient)) return Unknown;
        double rounding;
        if (a == 0)
        {
            rounding = 0;
        }
        else
        {
            bool exact = Math.Abs(a) > SafeFromUnderflow
                && Math.Abs(quotient) > SafeFromUnderflow
                && Math.FusedMultiplyAdd(-quotient, b, a) == 0;
            rounding = exact ? 0 : Gap(quotient);
        }

        // |A/B - a/b| <= (ea + |a/b| eb) / |B|, and |B| is at least `least`.
        double largest = AddUp(Math.Abs(quotient), rounding);
        double error = DivideUp(AddUp(left.Error, MultiplyUp(largest, right.Error)), least);
        return Certify(quotient, AddUp(error, rounding));
    }

    // The operands of these are not negative. A zero operand makes an exact result, which needs no step up; 0 times
    // infinity gives NaN, which Certify turns into Unknown.
    private static double AddUp(double x, double y) => x == 0 ? y : y == 0 ? x : Math.BitIncrement(x + y);

    private static double MultiplyUp(double x, double y) => x == 0 || y == 0 ? x * y : Math.BitIncrement(x * y);

    private static double DivideUp(double x, double y) => x == 0 ? 0 : Math.BitIncrement(x / y);
}
