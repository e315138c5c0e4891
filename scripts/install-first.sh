#!/bin/sh
# Runs a command after installing the packages, where that has not been done for this lockfile.
set -eu
cd "$(dirname "$0")/.."
if [ ! -e node_modules/.package-lock.json ] || [ -n "$(find package-lock.json -newer node_modules/.package-lock.json)" ]; then
  echo "Installing packages (once for each package-lock.json) ..."
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
exec "$@"
