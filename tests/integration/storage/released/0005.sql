-- Rows as revision 0005 kept them: as before, and those of a team.
INSERT INTO records (id, kind, recorded_at, supersedes, link, source) VALUES
    ('acme-vision-1', 'release', '2026-08-20 00:00:00.000000', NULL, 'https://example.org', 'release notes'),
    ('acme-vision-1/consistency/-', 'claim', '2026-08-20 00:00:00.000000', NULL, NULL, NULL),
    ('note-1', 'note', '2026-09-01 12:00:00.123456', NULL, NULL, NULL),
    ('note-2', 'note', '2026-09-01 13:00:00.000000', 'note-1', NULL, NULL),
    ('note-3', 'note', '2026-09-02 12:00:00.000000', NULL, NULL, NULL),
    ('view-1', 'view', '2026-09-03 12:00:00.000000', NULL, NULL, NULL),
    ('override-1', 'override', '2026-09-04 12:00:00.000000', NULL, NULL, NULL),
    ('checkpoint-1', 'checkpoint', '2026-09-04 12:00:00.000000', NULL, 'https://example.org/court', 'calendar of the court'),
    ('checkpoint-2', 'checkpoint', '2026-09-05 12:00:00.000000', 'checkpoint-1', NULL, NULL),
    ('forecast-1', 'forecast', '2026-09-04 12:00:00.000000', NULL, NULL, NULL);
INSERT INTO releases (id, model, vendor, released_on, kind, modalities_in, modalities_out, url, price_usd, price_unit, price_as_of) VALUES
    ('acme-vision-1', 'Vision 1', 'Acme', '2026-08-01', 'api', '["text", "image"]', '["video"]', 'https://example.org/vision', 0.25, 'per-second', '2026-08-19');
INSERT INTO claims (id, release, theme, signal, claimed_stage, text, confidence) VALUES
    ('acme-vision-1/consistency/-', 'acme-vision-1', 'consistency', NULL, 'maturing', 'Holds one look.', 'fair');
INSERT INTO notes (id, theme, person, tested_on, signal, tool, release, tries, acceptable, verdict, rigor, observed, improvement, limits, price_usd, seconds, marks) VALUES
    ('note-1', 'consistency', 'Ann', '2026-08-15', 'style-lock', 'Vision 1', 'acme-vision-1', 5, 0, 'breaks', 'fixed', 'Flickers.', '', '', NULL, NULL, '[]'),
    ('note-2', 'consistency', 'Ann', '2026-08-15', 'style-lock', 'Vision 1', 'acme-vision-1', 5, 1, 'breaks', 'fixed', 'Flickers, once not.', 'Less than before.', 'Ten seconds.', 0.5, 12.5, '[["identity", 3], ["physics", 0]]'),
    ('note-3', 'lower-cost', 'Ben', '2026-08-16', NULL, NULL, NULL, NULL, NULL, NULL, 'once', '', '', '', NULL, NULL, '[]');
INSERT INTO views (id, theme, person, "on", position, confidence, reason) VALUES
    ('view-1', 'consistency', 'Ann', '2026-08-20', 1.5, 'sure', 'I use it daily.');
INSERT INTO overrides (id, claim, person, "on", outcome, reason) VALUES
    ('override-1', 'acme-vision-1/consistency/-', 'Ben', '2026-09-04', 'partly', 'Only with one person in view.');
INSERT INTO checkpoints (id, title, subject, person, theme, due_on, text, settled_on, result) VALUES
    ('checkpoint-1', 'A ruling on training data', 'ruling', 'Ann', NULL, '2027-01-15', 'Who is paid, and how much is told.', NULL, ''),
    ('checkpoint-2', 'A ruling on training data', 'ruling', 'Ann', NULL, NULL, '', '2026-09-05', 'Put off.');
INSERT INTO forecasts (id, theme, person, "on", stage, "by", chance, estimated, unchanged) VALUES
    ('forecast-1', 'consistency', 'Ann', '2026-09-04', 'mature', '2027-06-30', 0.4, 0.22, 0.03);
INSERT INTO files (record_id, place, sha256, name, media_type, size) VALUES
    ('note-2', 1, 'fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210', 'clip.mp4', 'video/mp4', 50000000),
    ('note-2', 0, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'shot.png', 'image/png', 2048);
INSERT INTO withdrawals (record_id, at, is_reversal, "by") VALUES
    ('note-2', '2026-09-04 12:00:00.000000', TRUE, NULL),
    ('note-2', '2026-09-03 12:00:00.000000', FALSE, 'Ann'),
    ('note-3', '2026-09-03 12:00:00.000000', FALSE, NULL);
INSERT INTO feeds (id, address, title, site, added_at, added_by, due_at, etag, last_modified, body_hash, key_level, ttl, gap, looks, is_new, fetched_at, answered_at, failures, failing_since, problem, gone_at, moved_to, moved_times, moved_since, former_address, refused_move, offers, paused_at, paused_because, removed_at, lease_token, leased_until, version) VALUES
    ('feed-1', 'https://acme.example/feed', 'Acme', 'https://acme.example/', '2026-09-01 12:00:00.000000', 'Ann', '2026-09-03 12:00:00.000000', '"1"', 'Tue, 01 Sep 2026 12:00:00 GMT', 'b0d7', 0, 3600, 86400, 51, FALSE, '2026-09-03 11:00:00.000000', '2026-09-03 11:00:00.000000', 0, NULL, NULL, NULL, 'https://acme.example/news', 2, '2026-09-02 12:00:00.000000', 'http://acme.example/feed', NULL, '[]', NULL, NULL, NULL, NULL, NULL, 2),
    ('feed-2', 'https://lab.example/', '', NULL, '2026-09-01 12:00:00.000000', NULL, '2026-09-04 12:00:00.000000', NULL, NULL, NULL, 2, NULL, NULL, 3, TRUE, '2026-09-03 11:00:00.000000', NULL, 3, '2026-09-02 11:00:00.000000', 'This is not a feed.', NULL, NULL, NULL, NULL, NULL, NULL, '["https://lab.example/a", "https://lab.example/b"]', '2026-09-03 12:00:00.000000', NULL, '2026-09-03 13:00:00.000000', 'token', '2026-09-03 11:03:00.000000', 4);
INSERT INTO fetches (feed, place, at, status, seconds, size, new, changed, problem) VALUES
    ('feed-1', 0, '2026-09-03 10:00:00.000000', 200, 0.25, 4096, 2, 1, NULL),
    ('feed-1', 1, '2026-09-03 11:00:00.000000', NULL, 30.0, 0, 0, 0, 'The server takes too long.');
INSERT INTO stories (id, state, dated_at, waits_from, is_release, is_telling, version) VALUES
    ('entry-1', 'accepted', '2026-09-02 12:00:00.000000', '2026-09-02 13:00:00.000000', TRUE, TRUE, 2),
    ('entry-2', 'waiting', '2026-09-02 14:00:00.000000', '2026-09-02 15:00:00.000000', FALSE, FALSE, 1);
INSERT INTO story_themes (story, theme) VALUES ('entry-1', 'consistency');
INSERT INTO entries (id, feed, key, alias, raw_id, link, canonical_link, content_hash, published_at, seen_at, dated_at, is_rereleased, is_volatile, story, title, text) VALUES
    ('entry-1', 'feed-1', 'k1', 'a1', 'tag:acme.example,2026:1', 'https://acme.example/vision', 'acme.example/vision', 'c1', '2026-09-02 12:00:00.000000', '2026-09-02 13:00:00.000000', '2026-09-02 12:00:00.000000', TRUE, FALSE, 'entry-1', 'Vision 1', 'Holds one look.'),
    ('entry-2', 'feed-1', 'k2', 'a2', NULL, NULL, NULL, 'c2', NULL, '2026-09-02 14:00:00.000000', '2026-09-02 14:00:00.000000', FALSE, TRUE, 'entry-2', 'Live: 4', 'Now.');
INSERT INTO entry_revisions (entry, at, title, text) VALUES
    ('entry-1', '2026-09-02 14:00:00.000000', 'Vision', 'Holds a look.');
INSERT INTO unmatched (entry, was_title, was_text) VALUES ('entry-2', 'Live: 3', 'Soon.');
INSERT INTO matches (entry, matcher, themes, signals, is_release, models, vendor, why, title_key) VALUES
    ('entry-1', '0123456789ab', '["consistency"]', '["style-lock"]', TRUE, '["Vision 1"]', 'Acme', '[["consistency", ["one look"]], [null, ["Vision 1"]]]', 'vision 1');
INSERT INTO decisions (id, story, act, at, "by", reason, release, records, "into", themes, is_release, was, undone_at, undone_by, forgotten_at, forgotten_by) VALUES
    ('decision-1', 'entry-1', 'accept', '2026-09-03 12:00:00.000000', 'Ann', '', 'acme-vision-1', '["acme-vision-1"]', NULL, '["consistency"]', TRUE, 'waiting', NULL, NULL, NULL, NULL),
    ('decision-2', 'entry-2', 'later', '2026-09-03 12:00:00.000000', NULL, '', NULL, '[]', NULL, NULL, NULL, 'waiting', '2026-09-03 13:00:00.000000', 'Ben', NULL, NULL);
INSERT INTO journals (id, person, theme, started_on, closed_at, version, body) VALUES
    ('journal-1', 'Ann', 'consistency', '2026-08-05', '2026-09-04 12:00:00.000000', 3, '{"id":"journal-1","person":"Ann","theme":"consistency","started_on":"2026-08-05","ends_on":"2026-09-04","created_at":"2026-08-05T12:00:00+00:00","why":"Every scene is shot again.","tests":[{"id":"test-1","title":"One face","prompt":"A woman turns to the window.","usable":"The same face in every shot.","settings":"8 seconds, 1080p","signal":"style-lock"}],"closed_at":"2026-09-04T12:00:00+00:00","version":3}'),
    ('journal-2', 'Ann', 'consistency', '2026-09-05', NULL, 1, '{"id":"journal-2","person":"Ann","theme":"consistency","started_on":"2026-09-05","ends_on":"2026-10-04","created_at":"2026-09-05T12:00:00+00:00","questions":"Two people in one picture?","continues":"journal-1"}');
INSERT INTO journal_entries (id, journal, "on", kind, removed_at, version, body) VALUES
    ('writing-1', 'journal-1', '2026-08-05', 'check-in', NULL, 2, '{"id":"writing-1","journal":"journal-1","kind":"check-in","on":"2026-08-05","written_at":"2026-08-05T12:30:00+00:00","text":"Flickers, and *how*.","files":[{"sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","name":"shot.png","media_type":"image/png","size":2048}],"runs":[{"id":"run-1","model":"Vision 1","on":"2026-08-05","test":"test-1","release":"acme-vision-1","tries":5,"usable":1,"settings":"seed 7","price_usd":0.5,"seconds":12.5,"files":[{"sha256":"fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210","name":"clip.mp4","media_type":"video/mp4","size":50000000}],"is_before":true},{"id":"run-2","model":"Vision 1","on":"2026-08-15","test":"test-1","release":"acme-vision-1","tries":5,"usable":3,"verdict":"usually","note":"note-2"}],"version":2}'),
    ('writing-2', 'journal-1', '2026-08-20', 'improvement', NULL, 1, '{"id":"writing-2","journal":"journal-1","kind":"improvement","on":"2026-08-20","written_at":"2026-08-20T12:30:00+00:00","improvement":{"kind":"technique","before":{"run":"run-1"},"after":{"model":"Vision 1","on":"2026-08-20","result":"4 of 5 with a reference.","files":[{"sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","name":"shot.png","media_type":"image/png","size":2048}]},"signal":"style-lock","change":"One evening less a scene."}}'),
    ('writing-3', 'journal-1', '2026-08-21', 'skipped', NULL, 1, '{"id":"writing-3","journal":"journal-1","kind":"skipped","on":"2026-08-21","written_at":"2026-08-21T12:00:00+00:00","text":"Away."}'),
    ('writing-4', 'journal-2', '2026-09-12', 'planned', '2026-09-06 12:00:00.000000', 2, '{"id":"writing-4","journal":"journal-2","kind":"planned","on":"2026-09-12","written_at":"2026-09-05T12:00:00+00:00","text":"The same with two people.","removed_at":"2026-09-06T12:00:00+00:00","version":2}');
INSERT INTO journal_reports (journal, number, closed_at, body) VALUES
    ('journal-1', 1, '2026-09-04 12:00:00.000000', '{"journal":"journal-1","month":{"id":"journal-1","person":"Ann","theme":"consistency","started_on":"2026-08-05","ends_on":"2026-09-04","created_at":"2026-08-05T12:00:00+00:00","why":"Every scene is shot again.","tests":[{"id":"test-1","title":"One face","prompt":"A woman turns to the window.","usable":"The same face in every shot.","settings":"8 seconds, 1080p","signal":"style-lock"}]},"number":1,"closed_at":"2026-09-04T12:00:00+00:00","closed_on":"2026-09-04","view":{"position":2.25,"confidence":"fair","entry":"writing-2","reason":"A reference holds it.","view":"view-1"},"sections":[{"name":"improvements","title":"What got better","text":"A [reference](entry:writing-2)."}],"figures":{"tested":[{"on":"2026-08-04","value":1.61,"low":0.85,"high":2.4},{"on":"2026-09-04","value":1.9,"low":1.2,"high":2.6}],"claimed":[["2026-08-05",null],["2026-09-04",2.5]],"marks":[{"on":"2026-08-01","kind":"release","title":"Vision 1","record":"acme-vision-1"},{"on":"2026-08-20","kind":"improvement","title":"A reference","entry":"writing-2"}],"moved":0.29,"narrowed":0.25,"notes":1,"others":2,"strongest":["writing-1"],"claims":[{"id":"acme-vision-1/consistency/-","text":"Holds one look.","model":"Vision 1","outcome":"partly","entry":"writing-1"}],"untested":8,"evidence":["note-2"]}}');
INSERT INTO current_journals (person, journal) VALUES
    ('Ann', 'journal-2');
INSERT INTO drafts (person, name, saved_at, version, body) VALUES
    ('Ann', 'entry:journal-2', '2026-09-06 12:00:00.000000', 3, '{"text": "It holds for"}');
INSERT INTO people (id, name, email, created_at, role, is_role_claimed, issuer, subject, seen_at, signed_out_at, feed_key, version) VALUES
    ('person-1', 'Ann', 'ann@example.org', '2026-09-01 08:00:00.000000', 'admin', '0', 'https://id.example.org', '17', '2026-09-02 08:00:00.000000', NULL, 'key-1', 3);
INSERT INTO ended_sign_ins (person, signed_in_at, ended_at) VALUES
    ('person-1', '2026-09-01 08:00:00.000000', '2026-09-01 18:00:00.000000');
INSERT INTO activity (id, at, person, act, kind, subject, about) VALUES
    ('activity-1', '2026-09-01 12:00:00.123456', 'Ann', 'recorded', 'note', 'note-1', '');
INSERT INTO settings (name, value, version) VALUES
    ('house-name', 'Studio North', 1);
INSERT INTO reviews (id, starts_on, ends_on, opened_at, until, closed_at, version, body) VALUES
    ('review-1', '2026-08-02', '2026-09-01', '2026-09-01 09:00:00.000000', '2026-09-08 09:00:00.000000', '2026-09-02 10:00:00.000000', 2, '{"id":"review-1","title":"August","starts_on":"2026-08-02","ends_on":"2026-09-01","themes":["consistency","lower-cost"],"people":["Ann","Ben"],"until":"2026-09-08T09:00:00+00:00","opened_by":"Ben","opened_at":"2026-09-01T09:00:00+00:00","closed_at":"2026-09-02T10:00:00+00:00","closed_by":"Ben","version":2}');
INSERT INTO review_rounds (review, theme, number, opened_at, opened_by, until) VALUES
    ('review-1', 'consistency', 2, '2026-09-02 09:10:00.000000', 'Ben', '2026-09-02 10:10:00.000000');
INSERT INTO ballots (review, theme, number, person, position, confidence, reason, cast_at) VALUES
    ('review-1', 'consistency', 1, 'Ann', 0.5, 'guess', '', '2026-09-01 10:00:00.000000'),
    ('review-1', 'consistency', 1, 'Ben', 2.5, 'sure', 'Holds two faces.', '2026-09-01 11:00:00.000000'),
    ('review-1', 'consistency', 2, 'Ann', 1.8333333333333333, 'fair', 'Saw the second clip.', '2026-09-02 09:20:00.000000');
INSERT INTO review_decisions (review, theme, version, decided_at, decided_by, body) VALUES
    ('review-1', 'consistency', 1, '2026-09-02 09:30:00.000000', 'Ben', '{"review":"review-1","theme":"consistency","version":1,"decided_by":"Ben","decided_at":"2026-09-02T09:30:00+00:00","kind":"place","position":2.1666666666666665,"reason":"The second clip.","use":"try","owner":"Ann","revisit_on":"2026-10-01","estimated":1.9}');
INSERT INTO editions (number, title, as_of, published_at, published_by, review, evidence_version, body, ground) VALUES
    (1, 'What September showed', '2026-09-05', '2026-09-05 12:00:00.000000', 'Ben', NULL, 7, '{"number":1,"title":"What September showed","note":"Faces hold\nat last.","as_of":"2026-09-05","compared_with":"2026-08-06","published_at":"2026-09-05T12:00:00+00:00","published_by":"Ben","evidence_version":7,"themes":[{"slug":"consistency","name":"Consistency & control","chart_name":"Consistency","about":"The same look and people.","baseline":1.5,"stage_words":["breaks","sometimes works","usually works","dependable"],"position":{"mean":1.61,"sd":0.31,"low":1.21,"high":2.01,"chances":[0.02,0.88,0.1,0.0]},"published":2.25,"start":1.4,"elsewhere":0.01,"notes":2,"claims":1,"views":1,"untested_claims":0,"new_notes":1,"new_views":1,"counts_successes":false,"before":{"mean":1.5,"sd":0.3,"low":1.1,"high":1.9,"chances":[0.05,0.9,0.05,0.0]},"movement":{"amount":0.11,"sd":0.08,"is_clear":true,"narrowed":0.1},"claimed":{"value":2.5,"claims":3},"last_evidence_on":"2026-09-03"}],"settings":[{"name":"model: volatility","value":"0.5"}],"decisions":[{"review":"review-1","theme":"consistency","version":1,"decided_by":"Ben","decided_at":"2026-09-02T09:30:00+00:00","kind":"place","position":2.25,"reason":"It held in both films.","use":"try","owner":"Ann","revisit_on":"2026-12-05","estimated":1.61}]}', '{"pieces":[{"id":"note-2","root":"note-1","kind":"note","theme":"consistency","on":"2026-08-15","about":"Vision 1","person":"Ann","words":"Flickers, once not.","signal":"Style lock","effect":0.2,"tries":5,"acceptable":1,"verdict":"breaks"},{"id":"acme-vision-1/consistency/-","root":"acme-vision-1/consistency/-","kind":"claim","theme":"consistency","on":"2026-08-01","about":"Vision 1 · Acme","words":"Holds one look.","position":2.5}]}');
