#!/bin/sh
# Installs lab out of this file: sh FILE [FOLDER]. Behind the script are two archives, program and images.
set -eu
digest=@DIGEST@
header=@HEADER@
program=@PROGRAM@
images=@IMAGES@
version=@VERSION@
system=@SYSTEM@
@WORDS@

say() { format=$1; shift; printf "$format\n" "$@"; }
fail() { say "$@" >&2; exit 3; }

case $0 in */*) self=$0 ;; *) self=./$0 ;; esac
[ -r "$self" ] || fail "$unreadable" "$self"
case ${1-} in
-h | --help) say "$usage" "$0"; exit 0 ;;
-*) say "$usage" "$0" >&2; exit 2 ;;
esac
[ $# -le 1 ] || { say "$usage" "$0" >&2; exit 2; }

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum
  elif command -v shasum >/dev/null; then shasum -a 256
  else openssl dgst -sha256 -r
  fi | cut -d ' ' -f 1
}

# Everything behind the script, then the script without the line that says the sum.
found=$(wc -c <"$self" | tr -d ' ')
wanted=$((header + program + images))
[ "$found" -eq "$wanted" ] || fail "$truncated" "$self" "$found" "$wanted"
sum=$({ tail -c +$((header + 1)) "$self"; head -c "$header" "$self" | sed '/^digest=/d'; } | sha256)
[ "$sum" = "$digest" ] || fail "$corrupted" "$self"

here=$(uname -s)-$(uname -m)
[ "$here" = "$system" ] || fail "$foreign" "$system" "$here"

link=
if [ -n "${1-}" ]; then target=$1
elif [ "$(id -u)" -eq 0 ]; then target=/opt/lab link=/usr/local/bin/lab
else target=${HOME:?}/.local/share/lab link=$HOME/.local/bin/lab
fi
case $target in /*) ;; *) target=$PWD/$target ;; esac
target=${target%/}
parent=$(dirname "$target")
mkdir -p "$parent" 2>/dev/null && [ -w "$parent" ] || fail "$unwritable" "$parent"

works() { "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
  process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

# A folder of the same sum is this very file, installed before.
if [ "$(cat "$target/.bundle" 2>/dev/null)" = "$digest" ] && [ -s "$target/images.tar.gz" ]; then
  say "$already" "$version" "$target"
else
  if [ -e "$target" ] && [ ! -e "$target/.bundle" ] && [ -n "$(ls -A "$target" 2>/dev/null)" ]; then
    fail "$occupied" "$target"
  fi
  draft=$target.part-$$
  trap 'rm -rf "$draft"' EXIT
  trap 'exit 130' INT TERM HUP
  mkdir "$draft" || fail "$unwritable" "$parent"
  say "$unpacking" "$target"
  tail -c +$((header + 1)) "$self" | head -c "$program" | (cd "$draft" && tar -xzf -) &&
    tail -c +$((header + program + 1)) "$self" >"$draft/images.tar.gz" || fail "$full" "$target"
  node=$draft/node/bin/node
  if ! works "$node"; then
    rm -rf "$draft/node"
    works node || fail "$nodeless"
  fi
  printf '%s\n' "$digest" >"$draft/.bundle"
  # What was there may have labs that somebody wrote: it is put aside, less what can be had again.
  if [ -d "$target" ]; then
    if [ -e "$target/.bundle" ]; then
      aside=$target.before-$(cut -c 1-8 "$target/.bundle")-$$
      mv "$target" "$aside"
      rm -rf "$aside/images.tar.gz" "$aside/node"
      say "$before" "$aside"
    else rmdir "$target"
    fi
  fi
  mv "$draft" "$target"
  trap - EXIT
  say "$installed" "$version" "$target"
fi

command=$target/lab
if [ -n "$link" ] && mkdir -p "$(dirname "$link")" 2>/dev/null; then
  if [ "$(readlink "$link" 2>/dev/null)" = "$target/lab" ] || [ ! -e "$link" ]; then
    ln -sf "$target/lab" "$link"
    case :$PATH: in *:"$(dirname "$link")":*) command=lab ;; *) command=$link ;; esac
  fi
fi
say "$next" "$command" "$command"
exit 0
