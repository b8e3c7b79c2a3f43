#!/usr/bin/env bash
# Looks into the packages: is there all that a user of a package relies on?
# Usage: check-packages.sh <folder> <version> <commit>
set -euo pipefail

folder=$1
version=$2
commit=$3
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
problems=0

problem() {
  echo "  $1" >&2
  problems=$((problems + 1))
}

# Whole files are compared in shell variables: with pipefail, a grep -q that stops early would fail the command before it.
has_file() {
  local list
  list=$(unzip -Z1 "$1")
  grep -qxF "$2" <<<"$list" || problem "$(basename "$1") has no $2."
}

has_element() {
  grep -qE "$2" <<<"$1" || problem "$id.nuspec has no $3."
}

count=0
for project in "$root"/src/*/*.csproj; do
  id=$(basename "$project" .csproj)
  package=$folder/$id.$version.nupkg
  symbols=$folder/$id.$version.snupkg
  echo "$id $version"
  count=$((count + 1))

  if [[ ! -f $package ]]; then
    problem "$package is missing."
    continue
  fi

  for file in README.md icon.png "lib/net10.0/$id.dll" "lib/net10.0/$id.xml"; do
    has_file "$package" "$file"
  done

  nuspec=$(unzip -p "$package" "$id.nuspec" | tr -d '\r')
  has_element "$nuspec" '<license type="expression">MIT</license>' "licence MIT"
  has_element "$nuspec" '<readme>README\.md</readme>' "readme"
  has_element "$nuspec" '<icon>icon\.png</icon>' "icon"
  has_element "$nuspec" '<description>.{20,}</description>' "description"
  has_element "$nuspec" "<repository type=\"git\" [^>]*commit=\"$commit\"" "repository with commit $commit"

  # A machine's own paths in the binary would make the build irreproducible elsewhere.
  if unzip -p "$package" "lib/net10.0/$id.dll" | grep -caF "$root/" >/dev/null; then
    problem "$id.dll holds the path $root."
  fi

  if [[ -f $symbols ]]; then
    has_file "$symbols" "lib/net10.0/$id.pdb"
  else
    problem "$symbols is missing."
  fi
done

found=$(find "$folder" -name '*.nupkg' | wc -l)
((found == count)) || problem "$folder holds $found packages, src holds $count projects."

((problems == 0)) || { echo "$problems problems with the packages." >&2; exit 1; }
