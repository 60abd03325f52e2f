#!/bin/sh
# Starts AWS's runtime client, as the entry point of AWS's own images does: it is told of the handler by a variable.
export _HANDLER="$1"
exec node /opt/runtime/index.mjs
