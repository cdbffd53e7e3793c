#!/usr/bin/env bash
# Says what the tests take from Debian, and installs it where it may.
set -euo pipefail
wanted=(postgresql chromium poppler-utils libpango-1.0-0 libpangoft2-1.0-0 fonts-noto-core
  webkit2gtk-driver xvfb)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "The tests use from Debian: ${wanted[*]} (all here)."
  exit 0
fi
echo "The tests need from Debian: ${missing[*]}"
run=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || { echo "Install them, then run this again: sudo apt-get install ${missing[*]}"; exit 1; }
  run=(sudo -n)
fi
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "Installed: ${missing[*]}"
