-- Rows as revision 0001 kept them: one of each kind, a correction, take-backs, files.
INSERT INTO records (id, kind, recorded_at, supersedes, link, source) VALUES
    ('acme-vision-1', 'release', '2026-08-20 00:00:00.000000', NULL, 'https://example.org', 'release notes'),
    ('acme-vision-1/consistency/-', 'claim', '2026-08-20 00:00:00.000000', NULL, NULL, NULL),
    ('note-1', 'note', '2026-09-01 12:00:00.123456', NULL, NULL, NULL),
    ('note-2', 'note', '2026-09-01 13:00:00.000000', 'note-1', NULL, NULL),
    ('note-3', 'note', '2026-09-02 12:00:00.000000', NULL, NULL, NULL),
    ('view-1', 'view', '2026-09-03 12:00:00.000000', NULL, NULL, NULL);
INSERT INTO releases (id, model, vendor, released_on, kind, modalities_in, modalities_out, url, price_usd, price_unit, price_as_of) VALUES
    ('acme-vision-1', 'Vision 1', 'Acme', '2026-08-01', 'api', '["text", "image"]', '["video"]', 'https://example.org/vision', 0.25, 'per-second', '2026-08-19');
INSERT INTO claims (id, release, theme, signal, claimed_stage, text, confidence) VALUES
    ('acme-vision-1/consistency/-', 'acme-vision-1', 'consistency', NULL, 'maturing', 'Holds one look.', 'fair');
INSERT INTO notes (id, theme, person, tested_on, signal, tool, release, tries, acceptable, verdict, rigor, observed, improvement, limits, price_usd, seconds) VALUES
    ('note-1', 'consistency', 'Ann', '2026-08-15', 'style-lock', 'Vision 1', 'acme-vision-1', 5, 0, 'breaks', 'fixed', 'Flickers.', '', '', NULL, NULL),
    ('note-2', 'consistency', 'Ann', '2026-08-15', 'style-lock', 'Vision 1', 'acme-vision-1', 5, 1, 'breaks', 'fixed', 'Flickers, once not.', 'Less than before.', 'Ten seconds.', 0.5, 12.5),
    ('note-3', 'lower-cost', 'Ben', '2026-08-16', NULL, NULL, NULL, NULL, NULL, NULL, 'once', '', '', '', NULL, NULL);
INSERT INTO views (id, theme, person, "on", position, confidence, reason) VALUES
    ('view-1', 'consistency', 'Ann', '2026-08-20', 1.5, 'sure', 'I use it daily.');
INSERT INTO files (record_id, place, sha256, name, media_type, size) VALUES
    ('note-2', 1, 'fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210', 'clip.mp4', 'video/mp4', 50000000),
    ('note-2', 0, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'shot.png', 'image/png', 2048);
INSERT INTO withdrawals (record_id, at, is_reversal, "by") VALUES
    ('note-2', '2026-09-04 12:00:00.000000', TRUE, NULL),
    ('note-2', '2026-09-03 12:00:00.000000', FALSE, 'Ann'),
    ('note-3', '2026-09-03 12:00:00.000000', FALSE, NULL);
