-- What is searched for, as the dictionaries of the given language have it; without one, of each language that something is published in. What one
-- dictionary makes of it counts only for texts in its languages: "-doubled" must not be another word there.
--
-- Words with letters that are written without spaces are left to websearch_to_tsquery as names of their own, which are replaced by the pairs of their
-- letters afterwards: so "-" and "or" mean the same in Chinese as in English.
CREATE OR REPLACE FUNCTION search_query("query" text, "language" text) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  folded text := search_fold("query");
  plain text := '';
  unspaced text[] := '{}';
  part record;
  dictionary record;
  own tsquery;
  rest tsquery;
  whole tsquery;
  every text;
BEGIN
  IF search_spaced(folded) = folded THEN
    plain := folded;
  ELSE
    FOR part IN SELECT m[1] AS sign, m[2] AS word FROM regexp_matches(folded, '(-?)("[^"]*"?|[^\s"]+)', 'g') m LOOP
      IF search_spaced(part.word) = part.word THEN
        plain := plain || ' ' || part.sign || part.word;
      ELSE
        unspaced := unspaced || part.word;
        -- Letters and figures: a word that no dictionary changes.
        plain := plain || ' ' || part.sign || 'unspaced' || cardinality(unspaced) || 'part';
      END IF;
    END LOOP;
  END IF;
  FOR dictionary IN
    SELECT search_config("language") AS config WHERE "language" IS NOT NULL
    UNION SELECT search_config(p."key") FROM "PublicCount" p WHERE p."kind" = 'language' AND "language" IS NULL
  LOOP
    whole := websearch_to_tsquery(dictionary.config, plain);
    FOR n IN 1 .. cardinality(unspaced) LOOP
      -- Pairs of letters, or the letter if it is alone. So many are only in the text that was meant; each more is one more list to read.
      SELECT string_agg(quote_literal(pair), ' & ')::tsquery INTO own FROM (
        SELECT substr(run, i, least(2, length(run))) AS pair
        FROM search_unspaced(unspaced[n]) WITH ORDINALITY r(run, nth), generate_series(1, greatest(1, length(run) - 1)) i
        GROUP BY 1 ORDER BY min(nth), min(i) LIMIT 24
      ) pairs;
      rest := plainto_tsquery(dictionary.config, search_spaced(unspaced[n]));
      whole := ts_rewrite(whole, quote_literal('unspaced' || n || 'part')::tsquery, CASE WHEN numnode(rest) = 0 THEN own ELSE own && rest END);
    END LOOP;
    IF numnode(whole) > 0 THEN
      every := concat_ws(' | ', every, '(' || quote_literal('=dictionary:' || dictionary.config) || ' & (' || whole::text || '))');
    END IF;
  END LOOP;
  RETURN every::tsquery;
END
$$;
