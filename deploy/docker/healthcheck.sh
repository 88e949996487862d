#!/usr/bin/env bash
# healthcheck PORT PATH: succeeds when the service in this container answers 200. The image has no curl, bash is enough.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
IFS=' ' read -r _ status _ <&3
[ "$status" = 200 ]
