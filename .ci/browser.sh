#!/usr/bin/env bash
# What tests that look at pages need: a browser, fonts with Chinese letters, and axe-core. What is there stays; without the rights to
# install, those tests skip and say why.
set -euo pipefail
cd "$(dirname "$0")/.."
axe=4.14.1

missing=()
command -v chromium >/dev/null || missing+=(chromium)
case "$(fc-list 2>/dev/null || true)" in *"Noto Sans CJK"*) ;; *) missing+=(fontconfig fonts-noto-cjk) ;; esac
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "missing, and not installed here: ${missing[*]}"
  fi
fi

if [ ! -f build/browser/axe.min.js ] && command -v npm >/dev/null; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent "axe-core@$axe" >/dev/null && tar -xzf "axe-core-$axe.tgz" package/axe.min.js)
  mkdir -p build/browser
  mv "$work/package/axe.min.js" build/browser/axe.min.js
fi
