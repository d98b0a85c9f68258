export const USAGE = `Plays recorded mentions into a running Sturmwarte, in a space with a clock of its own.

  npm run replay -- --file storm.ndjson --speed 360 ...

What (one of)
  --file F            NDJSON or CSV in time order, one mention a line; - reads standard input
  --scenario NAME     a bundled storm: demo-nordlicht
How fast (one of; a scenario brings its own)
  --speed N           N seconds of the recording in one second
  --in 60s            the whole recording in that time (s, m or h)
  --max               as fast as the server acknowledges
Where to
  --server URL        default http://127.0.0.1:4400
  --token T           token of a source in a replay or drill space (or STURMWARTE_TOKEN)
  or a new space, made with your account:
  --email E           password from STURMWARTE_PASSWORD, or asked for
  --brand NAME        an existing brand
  --name NAME         name of the space; default: the file's or scenario's name
  --kind KIND         replay (default) or drill
  --topic NAME=QUERY  what to watch, repeatable; or
  --topics FILE       JSON: [{"name", "query", "kind"?, "rules"?}]
Which part
  --from TIME --to TIME     ISO 8601, e.g. 2015-02-22T00:00:00Z; --to is exclusive
  --rush-until TIME         as fast as possible up to there, then at the chosen speed
  --day DATE                day of a scenario's storm, e.g. 2026-09-15; default yesterday
Otherwise
  --format ndjson|csv       default by the file's ending
  --keep-open               do not end the space afterwards
  --give-up DURATION        how long to try a server that does not answer; default 2m
  --help`;
