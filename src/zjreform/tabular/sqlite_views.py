"""Views of the database: the joins that most questions begin with, one row for each record they are named after.

No column of a view is a reserved word of SQL: what is ``case``, ``order`` or ``end`` in a table is ``case_id`` or ``end_offset`` here.
"""

_AWARDS = """
SELECT a.id, a.position, a.title_zh, r.name_en AS round_name, t.name_en AS tier_name, a.round AS round_id, a.tier AS tier_id,
  a."case" AS case_id, a.organisation AS organisation_id,
  c.title_en, c.domain, c.level,
  (SELECT group_concat(as_listed, '、') FROM (SELECT as_listed FROM applicants WHERE award = a.id ORDER BY "order")) AS bodies
FROM awards a JOIN rounds r ON r.id = a.round JOIN tiers t ON t.id = a.tier LEFT JOIN cases c ON c.id = a."case"
"""
_CASES = """
SELECT c.id, c.title_zh, c.title_en, c.round AS round_id, c.level, c.domain, c.cofog, c.coverage,
  (SELECT group_concat(name_zh, '、') FROM
    (SELECT p.name_zh FROM cases_places l JOIN places p ON p.id = l.places WHERE l.cases = c.id ORDER BY l.position)) AS place_names,
  (SELECT count(*) FROM metrics m WHERE m."case" = c.id) AS metrics
FROM cases c
"""
_METRICS = """
SELECT m.id, i.name_zh AS indicator_zh, i.name_en AS indicator_en, i.family, m.indicator AS indicator_id, m.about,
  m."case" AS case_id, m.position, m.status, m.value, m.upper, m.low, m.high, m.low_open, m.high_open, m.bound, m.unit, m.dimension,
  m.days_low, m.days_high, m.workdays, m.workdays_low, m.workdays_high, m.percent, m.percent_low, m.percent_high,
  m.count AS counted, m.count_low AS counted_low, m.count_high AS counted_high, m.period, m.base, m.base_status,
  (SELECT n.surface FROM mentions_of l JOIN mentions n ON n.id = l.mentions
    WHERE l.metrics = m.id ORDER BY n.source, n.start LIMIT 1) AS surface,
  (SELECT count(*) FROM mentions_of l WHERE l.metrics = m.id) AS mentions
FROM metrics m JOIN indicators i ON i.id = m.indicator
"""
_MENTIONS = """
SELECT n.id, n.surface, n.source AS source_id, s.title_zh AS source_title, n.start AS start_offset, n."end" AS end_offset,
  n.voice, n.damage, n.of AS mention_of,
  l.metrics AS metric_id, l.terms AS term_id, l.events AS event_id, l.awards AS award_id
FROM mentions n JOIN sources s ON s.id = n.source LEFT JOIN mentions_of l ON l.mentions = n.id
"""

VIEWS: dict[str, tuple[frozenset[str], str]] = {
    "award_list": (frozenset({"awards", "rounds", "tiers", "cases", "applicants"}), _AWARDS.strip()),
    "case_list": (frozenset({"cases", "places", "metrics"}), _CASES.strip()),
    "metric_list": (frozenset({"metrics", "indicators", "mentions"}), _METRICS.strip()),
    "mention_list": (frozenset({"mentions", "sources", "metrics"}), _MENTIONS.strip()),
}
"""By name: the tables a view needs, and its query."""
