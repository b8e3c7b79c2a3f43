global using CivicTech.Amounts;
