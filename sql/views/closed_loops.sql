-- One row per matter that a mechanism, platform or body took up in an article, and what became of it.
-- Numbers belong together if they stand between the same full stops or semicolons. The last cue word
-- between a number and the comma before it decides: 收集, 受理, 排查… raise problems, requests or
-- opinions; 办结, 解决, 整改… resolve; …办结率 is the rate. Both must be counted in one unit, unless
-- the text says that all (均, 全部) was done. A resolved number without a raised one needs a printed
-- rate. Reposts are left out.
--
-- Columns of metric_facts
--   subject: the mechanism or platform, else the body, else the place (no hall or square)
--   subject_id: entity_id of the subject
--   matter: what was raised, else what was resolved
--   raised: how much was raised first
--   accepted: how much of it was found to need action, if the text says so
--   resolved: how much was resolved
--   unit: unit of resolved, else of raised
--   rate: resolved in percent of what needed action, as printed or else computed
--   rate_basis: printed or computed
--   sentence: the sentence that says so
-- Stored by article_id, metric_id
WITH
    ordered AS (
        SELECT
            m.*,
            lag(m.end_offset, 1, 0) OVER (
                PARTITION BY m.article_id ORDER BY m.start_offset
            ) AS previous_end
        FROM metrics AS m
        JOIN articles AS a USING (article_id)
        WHERE a.repost_of IS NULL
    ),
    chosen AS (
        SELECT
            *,
            '办结|解决|整改|完成|化解|落实|处置|答复|办复|销号|采纳|回复|处理|办理|治理|修复' AS resolving
        FROM ordered
        WHERE
            status = 'actual'
            AND (
                measure IN ('level', 'increase')
                AND dimension IN ('count', 'people', 'other')
                OR measure IN ('share', 'level')
                AND unit = '%'
            )
            AND regexp_matches(sentence, resolving)
    ),
    -- Each text is cut once: to look for each number from the start of its text would take time that
    -- grows with the square of its length.
    pieces AS (
        SELECT
            article_id,
            unnest(pieces_of_text) AS piece,
            generate_subscripts(pieces_of_text, 1) AS piece_number
        FROM (
            SELECT
                article_id,
                regexp_extract_all(text, '[^。！？；;\n]*[。！？；;\n]?') AS pieces_of_text
            FROM articles
            WHERE article_id IN (SELECT article_id FROM chosen)
        )
    ),
    placed AS (
        SELECT
            article_id,
            piece,
            coalesce(
                sum(length(piece)) OVER (
                    PARTITION BY article_id
                    ORDER BY piece_number
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ),
                0
            )::BIGINT AS piece_start
        FROM pieces
    ),
    candidates AS (
        SELECT
            c.*,
            right(left(p.piece, c.start_offset - p.piece_start), 200) AS segment,
            regexp_extract(
                substring(p.piece, c.end_offset - p.piece_start + 1, 60), '^[^。！？；;\n0-9]*'
            ) AS tail
        FROM chosen AS c
        ASOF JOIN placed AS p
            ON c.article_id = p.article_id AND c.start_offset >= p.piece_start
    ),
    led AS (
        SELECT
            * EXCLUDE (segment),
            start_offset - length(segment) AS segment_start,
            -- 需解决的问题 is a problem raised, not one resolved.
            regexp_replace(
                substring(
                    segment,
                    greatest(previous_end - (start_offset - length(segment)), 0) + 1
                ),
                '(需|须|待|应当?|要求)[^，。；]{0,8}?(解决|整改|办理|完成|处置|化解|处理|回复|落实)',
                '',
                'g'
            ) AS lead
        FROM candidates
    ),
    clauses AS (SELECT *, regexp_extract(lead, '[^，,：:]*$') AS clause FROM led),
    cued AS (
        SELECT
            l.*,
            -- Constants of this statement, so that each pattern is compiled once and not per row.
            '收集|征集|提出|梳理|受理|排查|调度|收到|接收|接到|摸排|反映|发现|交办|转办|查找|查摆|查出|登记' AS raising,
            '办结|解决|整改|化解|处置|答复|办复|销号|采纳|回复|办理|修复' AS rated,
            '问题|诉求|隐患|意见|建议|线索|事项|举报|投诉|难题|困难|盲点|信息|提案|议案|案件|矛盾|纠纷|信访|需|风险|短板|不足|漏洞|垃圾|求助' AS troubles,
            CASE
                WHEN l.unit = '%' THEN
                    CASE
                        WHEN
                            regexp_matches(l.clause, '(' || rated || ')率[^率]{0,10}$')
                            AND NOT regexp_matches(l.clause, '[从由][^，]{0,5}$')
                            THEN 'rate'
                    END
                -- What is proposed to resolve problems resolves none yet.
                WHEN
                    regexp_matches(
                        l.clause, '(提出|制定).*(解决|整改|化解|处置).*(建议|对策|措施|办法|方案)$'
                    )
                    THEN NULL
                WHEN
                    regexp_matches(
                        regexp_extract(l.clause, '.*(' || raising || '|' || resolving || ')', 1),
                        raising
                    )
                    THEN
                        CASE
                            WHEN
                                l.unit IN ('件', '条', '起', '宗')
                                OR regexp_matches(l.clause || left(l.tail, 12), troubles)
                                THEN 'raised'
                        END
                WHEN regexp_matches(l.clause, resolving) THEN 'resolved'
            END AS kind,
            -- A rate that stands further off is about something else than the number before it.
            regexp_matches(l.lead, '[，,].*[，,]') AS stands_apart,
            regexp_matches(
                l.tail, '^[^，]{0,16}，?[^，]{0,8}(均|全部|都|悉数)[^，明制拟]{0,8}(' || resolving || ')'
            ) AS all_done,
            regexp_matches(l.clause, '(办结|解决|整改|化解|答复|办复|销号|采纳|回复)率') AS stands_alone
        FROM clauses AS l
    ),
    numbered AS (
        SELECT
            *,
            lag(kind) OVER in_segment AS previous_kind
        FROM cued
        WHERE kind IS NOT NULL
        WINDOW in_segment AS (PARTITION BY article_id, segment_start ORDER BY start_offset)
    ),
    grouped AS (
        SELECT
            *,
            sum(
                CASE
                    WHEN previous_kind IS NULL THEN 1
                    WHEN kind = 'raised' AND previous_kind <> 'raised' THEN 1
                    WHEN kind = 'resolved' AND previous_kind <> 'raised' THEN 1
                    WHEN kind = 'rate' AND (previous_kind = 'rate' OR stands_apart) THEN 1
                    ELSE 0
                END
            ) OVER (PARTITION BY article_id, segment_start ORDER BY start_offset) AS loop_number
        FROM numbered
    ),
    loops AS (
        SELECT
            article_id,
            segment_start,
            loop_number,
            arg_min(metric_id, start_offset) AS metric_id,
            arg_min(sentence, start_offset) AS sentence,
            arg_min(initiative_id, start_offset) FILTER (initiative_id IS NOT NULL) AS initiative_id,
            arg_min(organization_id, start_offset) FILTER (organization_id IS NOT NULL)
                AS organization_id,
            arg_min(place_id, start_offset) FILTER (place_id IS NOT NULL) AS place_id,
            min(period_start) AS period_start,
            max(period_end) AS period_end,
            arg_min(indicator, start_offset) FILTER (indicator IS NOT NULL) AS matter,
            arg_min(value, start_offset) FILTER (kind = 'raised') AS raised,
            arg_min(unit, start_offset) FILTER (kind = 'raised') AS raised_unit,
            arg_max(value, start_offset) FILTER (kind = 'raised') AS accepted,
            arg_max(unit, start_offset) FILTER (kind = 'raised') AS accepted_unit,
            arg_max(all_done, start_offset) FILTER (kind = 'raised') AS all_done,
            arg_min(value, start_offset) FILTER (kind = 'resolved') AS resolved,
            arg_min(unit, start_offset) FILTER (kind = 'resolved') AS resolved_unit,
            arg_min(value, start_offset) FILTER (kind = 'rate') AS printed_rate,
            coalesce(bool_or(stands_alone) FILTER (kind = 'rate'), false) AS stands_alone,
            count(*) FILTER (kind = 'raised') AS raised_count
        FROM grouped
        GROUP BY article_id, segment_start, loop_number
    ),
    closed AS (
        SELECT
            *,
            CASE WHEN raised_count > 1 THEN accepted END AS needing_action,
            coalesce(resolved, CASE WHEN all_done THEN accepted END) AS done,
            coalesce(resolved_unit, CASE WHEN all_done THEN accepted_unit END) AS done_unit,
            CASE
                WHEN accepted_unit = resolved_unit THEN accepted
                WHEN raised_unit = resolved_unit THEN raised
            END AS base
        FROM loops
    )
SELECT
    s.name AS subject,
    s.entity_id AS subject_id,
    c.matter,
    p.name AS place_name,
    c.period_start,
    c.period_end,
    c.raised,
    c.needing_action AS accepted,
    c.done AS resolved,
    coalesce(c.done_unit, c.raised_unit) AS unit,
    CASE
        WHEN c.printed_rate IS NOT NULL THEN c.printed_rate
        WHEN c.resolved IS NULL AND c.all_done THEN 100
        ELSE round(100 * c.resolved / nullif(c.base, 0), 1)
    END AS rate,
    CASE
        WHEN c.printed_rate IS NOT NULL OR c.resolved IS NULL AND c.all_done THEN 'printed'
        WHEN c.base > 0 THEN 'computed'
    END AS rate_basis,
    c.article_id,
    c.metric_id,
    c.sentence
FROM closed AS c
LEFT JOIN entities AS p ON p.entity_id = c.place_id
LEFT JOIN entities AS s
    ON
        s.entity_id
        = coalesce(
            c.initiative_id,
            c.organization_id,
            -- A hall or a square takes up nothing; those who live and govern in a division do.
            CASE WHEN NOT regexp_matches(p.name, '[堂馆场院楼园站桥路]$') THEN c.place_id END
        )
WHERE
    c.raised IS NOT NULL AND c.resolved IS NOT NULL AND c.resolved <= c.base
    OR c.raised IS NOT NULL AND c.resolved IS NULL AND c.all_done
    OR c.printed_rate IS NOT NULL AND (c.raised IS NOT NULL OR c.resolved IS NOT NULL OR c.stands_alone)
