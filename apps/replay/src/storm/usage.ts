export const USAGE = `Storms on demand: invented people talk about an invented brand, always the same from the same seed.

  npm run storm -- --scenario viral-service --seed 7 --out storm.ndjson

What (one of)
  --scenario NAME     a bundled storm; --list names them
  --background        ordinary days without end, until Ctrl-C
  --about BRAND       ... told about this brand instead of the scenario's own
  --seed N            default: the scenario's own
  --day DATE          day of the story, e.g. 2026-09-15 (which is the default for files; else yesterday)
  --rate N            background: mentions an hour, at most 3600; default 40
Where to (one of)
  --out FILE          NDJSON, in the order it is sent; - writes to standard output
  --token T           source in a replay or drill space of a running server (or STURMWARTE_TOKEN)
  --email E           a new space made with your account, for --brand NAME (default: the story's brand)
                      password from STURMWARTE_PASSWORD, or asked for; --kind replay|drill, --name NAME
How fast, into a server (one of; default: the story in a minute after its quiet days, the background in real time)
  --speed N           N seconds of the story in one second
  --in 60s            the story in that time (s, m or h)
  --max               as fast as the server acknowledges; not for the background
Otherwise
  --server URL        default http://127.0.0.1:4400
  --keep-open         do not end the space afterwards
  --give-up DURATION  how long to try a server that does not answer; default 2m
  --list  --help`;
