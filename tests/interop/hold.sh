#!/bin/sh
# hold.sh SCRIPT ARGUMENTS...: runs a script until standard input ends, and then kills the whole process group. Whoever
# holds the other end of the pipe may end in any way.
exec 3<&0
(
  exec >/dev/null 2>&1
  read -r _ <&3
  kill -KILL 0
) &
sh "$@" 3<&- </dev/null
