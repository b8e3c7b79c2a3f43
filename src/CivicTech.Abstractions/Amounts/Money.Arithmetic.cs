namespace CivicTech.Amounts;

public readonly partial struct Money
{
    /// <summary>The sum of two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public static Money operator +(Money left, Money right)
    {
        left.RequireSameCurrency(right);
        return new Money(checked(left.MinorUnits + right.MinorUnits), left.Currency);
    }

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount to take away.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public static Money operator -(Money left, Money right)
    {
        left.RequireSameCurrency(right);
        return new Money(checked(left.MinorUnits - right.MinorUnits), left.Currency);
    }

    /// <summary>The amount with the other sign; never out of range.</summary>
    /// <param name="value">The amount.</param>
    public static Money operator -(Money value) => new(-value.MinorUnits, value.Currency);

    /// <summary>A multiple of an amount.</summary>
    /// <param name="left">The amount.</param>
    /// <param name="right">How many times.</param>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static Money operator *(Money left, long right) => new(checked(left.MinorUnits * right), left.Currency);

    /// <summary>A multiple of an amount.</summary>
    /// <param name="left">How many times.</param>
    /// <param name="right">The amount.</param>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public static Money operator *(long left, Money right) => right * left;

    private void RequireSameCurrency(Money other)
    {
        if (Currency != other.Currency)
        {
            throw new InvalidOperationException($"{Currency} and {other.Currency} are different currencies: {this} and {other} cannot be added or compared.");
        }
    }
}
