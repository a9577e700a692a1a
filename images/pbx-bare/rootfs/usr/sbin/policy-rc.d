#!/bin/sh
# Without an init system Debian starts nothing that it installs, unless this says that it may: on
# a server, Asterisk runs as soon as it is installed.
exit 0
