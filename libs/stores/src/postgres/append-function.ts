import { sql } from 'kysely';

/**
 * Appends a batch, under one lock for all writers of the database, and answers with the outcomes as one JSON array, in
 * the order of the requests. Lists come in as lines of text, as far as they are text, and as arrays where they are
 * numbers: both ends read that several times faster than text[]. An expectation below -3 is never met.
 */
export const appendFunction = sql`
create function log.append(
  request_stream int[], request_expected int[], request_count int[], request_key int[], fingerprint_lines text,
  type_lines text, content_lines text, stream_lines text, key_lines text
) returns text
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
as $append$
declare
  names text[] := string_to_array(stream_lines, E'\n');
  contents text[] := string_to_array(content_lines, E'\n');
  fingerprints text[];
  keys text[];
  revisions int[];
  hashes text[];
  kept_fingerprint text[];
  kept_place text[];
  new_key int[];
  total int := cardinality(contents);
  event_position bigint[] := array_fill(null::bigint, array[total]);
  event_stream text[] := array_fill(null::text, array[total]);
  event_revision int[] := array_fill(null::int, array[total]);
  event_hash text[] := array_fill(null::text, array[total]);
  outcomes text[] := array_fill(null::text, array[cardinality(request_stream)]);
  head bigint;
  before bigint;
  event int := 0;
  stream int;
  key int;
  count int;
  expected int;
  revision int;
  first int;
  hash text;
  name text;
begin
  perform pg_advisory_xact_lock(7106407);
  select coalesce(max(e.position), 0) into head from log.events e;
  before := head;
  select array_agg(coalesce(e.revision, -1) order by n.i), array_agg(coalesce(encode(e.hash, 'hex'), '') order by n.i)
    into revisions, hashes
    from unnest(names) with ordinality n(name, i)
    left join lateral (
      select l.revision, l.hash from log.events l where l.stream = n.name order by l.revision desc limit 1
    ) e on true;
  if key_lines is not null then
    keys := case key_lines when '' then array[''] else string_to_array(key_lines, E'\n') end;
    fingerprints := string_to_array(fingerprint_lines, E'\n');
    new_key := array_fill(null::int, array[cardinality(keys)]);
    select array_agg(a.fingerprint order by k.i),
           array_agg(format('"%s",%s,%s,%s', a.stream, a.first_revision, a.revision, a.position) order by k.i)
      into kept_fingerprint, kept_place
      from unnest(keys) with ordinality k(key, i)
      left join log.appends a on a.key = k.key;
  end if;

  for request in 1 .. cardinality(request_stream) loop
    count := request_count[request];
    key := request_key[request];
    if key > 0 and kept_fingerprint[key] is not null then
      outcomes[request] := case when kept_fingerprint[key] = coalesce(fingerprints[request], '')
        then concat('["repeated",', kept_place[key], ']') else '["key-reused"]' end;
      event := event + count;
      continue;
    end if;
    stream := request_stream[request];
    expected := request_expected[request];
    revision := revisions[stream];
    if expected <> revision and expected <> -3 and (expected <> -2 or revision < 0) then
      outcomes[request] := concat('["wrong-revision",', revision, ']');
      event := event + count;
      continue;
    end if;
    name := names[stream];
    hash := hashes[stream];
    first := revision + 1;
    for item in 1 .. count loop
      event := event + 1;
      revision := revision + 1;
      head := head + 1;
      hash := encode(sha256(convert_to(concat(hash, E'\n', name, E'\n', revision, E'\n', contents[event]), 'UTF8')), 'hex');
      event_position[event] := head;
      event_stream[event] := name;
      event_revision[event] := revision;
      event_hash[event] := hash;
    end loop;
    revisions[stream] := revision;
    hashes[stream] := hash;
    outcomes[request] := concat('["appended","', name, '",', first, ',', revision, ',', head, ']');
    if key > 0 then
      kept_fingerprint[key] := coalesce(fingerprints[request], '');
      kept_place[key] := concat('"', name, '",', first, ',', revision, ',', head);
      new_key[key] := request;
    end if;
  end loop;

  if head > before then
    insert into log.events (position, stream, revision, type, content, hash)
      select e.position, e.stream, e.revision, coalesce(e.type, ''), e.content, decode(e.hash, 'hex')
      from unnest(event_position, event_stream, event_revision, string_to_array(type_lines, E'\n'), contents, event_hash)
        e(position, stream, revision, type, content, hash)
      where e.position is not null;
    if keys is not null then
      insert into log.appends (key, fingerprint, stream, first_revision, revision, position)
        select k.key, coalesce(fingerprints[k.request], ''), o.place ->> 1, (o.place ->> 2)::int, (o.place ->> 3)::int, (o.place ->> 4)::bigint
        from unnest(keys, new_key) k(key, request), lateral (select outcomes[k.request]::json) o(place)
        where k.request is not null;
    end if;
    perform pg_notify('aanzet_log', head::text);
  end if;
  return concat('[', array_to_string(outcomes, ','), ']');
end
$append$`;
