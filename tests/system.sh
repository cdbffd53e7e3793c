#!/usr/bin/env bash
# Says what the tests take from Debian, and installs it where it may.
set -euo pipefail
wanted=(postgresql chromium poppler-utils libpango-1.0-0 libpangoft2-1.0-0 fonts-noto-core
  webkit2gtk-driver xvfb)
# The browser tests take a quarter longer without it; an older Debian may not have it.
quicker=chromium-headless-shell
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
run=()
if [ "$(id -u)" -ne 0 ]; then run=(sudo -n); fi
install() { DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
if [ ${#missing[@]} -gt 0 ]; then
  echo "The tests need from Debian: ${missing[*]}"
  "${run[@]}" true 2>/dev/null || { echo "Install them, then run this again: sudo apt-get install ${missing[*]}"; exit 1; }
  "${run[@]}" apt-get update -qq
  install "${missing[@]}"
  echo "Installed: ${missing[*]}"
fi
if ! dpkg-query -W -f '${Status}' "$quicker" 2>/dev/null | grep -q 'install ok installed'; then
  install "$quicker" 2>/dev/null || echo "The browser tests would be quicker with: apt-get install $quicker"
fi
echo "The tests use from Debian: ${wanted[*]} (all here)."
