#!/usr/bin/env bash
# Installs the packages into a console application outside the tree, publishes it trimmed and runs it.
# Usage: check-host.sh <package folder> <version> <empty or absent work folder>
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
feed=$(cd "$1" && pwd)
version=$2
work=$3
container=$(sed -nE 's/.*Include="Microsoft\.Extensions\.DependencyInjection" Version="([^"]+)".*/\1/p' "$here/../Directory.Packages.props")

mkdir -p "$work"
cp "$here/host/Program.cs" "$work/"

# Adds to the sources of the machine.
cat >"$work/nuget.config" <<XML
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="packed" value="$feed" />
  </packageSources>
</configuration>
XML

# A packages folder of its own: a package of the same version that was restored before would be used instead of the new one.
cat >"$work/Host.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <NuGetAudit>false</NuGetAudit>
    <RestorePackagesPath>$work/packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="CivicTech.Budgeting" Version="[$version]" />
    <PackageReference Include="CivicTech.Consensus" Version="[$version]" />
    <PackageReference Include="CivicTech.Crowdfunding" Version="[$version]" />
    <PackageReference Include="CivicTech.TestKit" Version="[$version]" />
    <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="$container" />
  </ItemGroup>
</Project>
XML

cd "$work"
dotnet publish -c Release -r linux-x64 --self-contained -p:PublishTrimmed=true -p:TrimmerSingleWarn=false -warnaserror -o "$work/publish"

# The machine's sources may hold a package of the same name and version.
for id in CivicTech.Abstractions CivicTech.Budgeting CivicTech.Consensus CivicTech.Crowdfunding CivicTech.TestKit; do
  cmp "$feed/$id.$version.nupkg" "$work/packages/${id,,}/$version/${id,,}.$version.nupkg"
done

"$work/publish/Host"
