-- When each server last heard a person's page. Only matters for seconds, so it is not kept safe.
create unlogged table heard (
  meeting text not null,
  person text not null,
  server text not null,
  at timestamptz not null,
  primary key (meeting, person, server)
);
