#!/bin/sh
# `run` is the package's own copy, which starts and judges the versions that updates bring; every
# other command is that of the version that runs (docs/adr/0058-updates.md).
program=/usr/lib/uketsuke/uketsuke
if [ "${1-}" != run ] && { read -r _ _ version </var/lib/uketsuke/version.toml; } 2>/dev/null; then
    version=${version#\"}
    version=${version%\"}
    case $version in
    *[!0-9.]* | .* | '') ;; # None was chosen.
    *)
        if [ -x "/opt/uketsuke/versions/$version/uketsuke" ]; then
            program=/opt/uketsuke/versions/$version/uketsuke
        fi
        ;;
    esac
fi
exec "$program" "$@"
