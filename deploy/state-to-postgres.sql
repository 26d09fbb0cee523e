-- For sqlite3, of a state file that a bot of this version has used: writes what psql puts into the
-- database of a bot that has been started there once. What the database holds already stays.
.headers off
.mode list
SELECT 'SET search_path TO verbatim_bot;';
SELECT 'INSERT INTO languages VALUES (' || id || ', ' || quote(code) || ') ON CONFLICT DO NOTHING;'
FROM languages;
SELECT 'INSERT INTO allowed VALUES (' || id || ', ' || quote(by) || ') ON CONFLICT DO NOTHING;'
FROM allowed;
SELECT 'INSERT INTO blocked VALUES (' || id || ') ON CONFLICT DO NOTHING;' FROM blocked;
-- Questions that wait, questions that nobody could answer, and when these were last told. What an
-- admin has begun is about generations of the library of before.
SELECT 'INSERT INTO kept VALUES (' || quote(kind) || ', ' || id || ', ' || number || ', '
    || quote(text) || ') ON CONFLICT DO NOTHING;'
FROM kept WHERE kind IN ('waiting', 'gap', 'digest');
