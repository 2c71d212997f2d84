import type { Durations, ProcessFigures, Share } from "@/lib/figures/process-figures";
import { STAGES } from "@/lib/figures/stages";
import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import { describeDuration } from "./describe-duration";
import styles from "./figures.module.css";
import { WeekChart } from "./week-chart";
import { WideTable } from "./wide-table";

const t = words("process");

/** The figures of a period, as tables with small charts. */
export function ProcessFiguresView({ figures }: { figures: ProcessFigures }) {
  const { stages, work, weeks, agreement, reviews } = figures;
  const isEmpty = STAGES.every((stage) => stages[stage].count === 0);
  return (
    <>
      <section className={styles.section}>
        <h2>{t("stages")}</h2>
        {isEmpty ? (
          <p>{t("none")}</p>
        ) : (
          <>
            <p>{t("stages.hint")}</p>
            <WideTable label={t("stages")}>
              <thead>
                <tr>
                  <th scope="col">{t("stage")}</th>
                  <th scope="col">{t("claims")}</th>
                  <th scope="col">{t("median")}</th>
                  <th scope="col">{t("p90")}</th>
                  <th scope="col">{t("weeks")}</th>
                </tr>
              </thead>
              <tbody>
                {STAGES.map((stage) => (
                  <tr key={stage}>
                    <th scope="row">
                      {t(`stage.${stage}`)}
                      <span className={styles.hint}>{t(`stage.${stage}.hint`)}</span>
                    </th>
                    <DurationCells durations={stages[stage]} />
                    <td>
                      <WeekChart
                        label={t("chart", { stage: t(`stage.${stage}`) })}
                        values={weeks.map((week) => week.stages[stage].median)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
            {work.of > 0 && <p>{t("work", { part: work.part / work.of, rest: 1 - work.part / work.of })}</p>}
          </>
        )}
      </section>
      <section className={styles.section}>
        <h2>{t("quality")}</h2>
        <dl className={styles.list}>
          <dt>{t("returned")}</dt>
          <dd>
            <ShareText share={figures.returned} /> {t("returned.count", { ...figures.returned })}
          </dd>
          {figures.corrected && (
            <>
              <dt>{t("corrected")}</dt>
              <dd>
                <ShareText share={figures.corrected} /> {t("corrected.count", { ...figures.corrected })}
                <span className={styles.hint}>{t("corrected.hint")}</span>
              </dd>
            </>
          )}
          {reviews !== null && (
            <>
              <dt>{t("reviews.title")}</dt>
              <dd>{t("reviews", { count: reviews })}</dd>
            </>
          )}
        </dl>
      </section>
      {agreement && (
        <section className={styles.section}>
          <h2>{t("agreement")}</h2>
          {agreement.claims === 0 ? (
            <p>{t("agreement.none")}</p>
          ) : (
            <>
              <p>
                {t("agreement.equal", {
                  equal: agreement.equal,
                  claims: agreement.claims,
                  part: agreement.equal / agreement.claims,
                })}
              </p>
              <p>{agreement.kappa ? t("agreement.kappa", { ...agreement.kappa }) : t("agreement.noKappa")}</p>
              <p className={styles.hint}>{t("agreement.hint")}</p>
            </>
          )}
        </section>
      )}
      {!isEmpty && (
        <section className={styles.section}>
          <h2>{t("weeks")}</h2>
          <p>{t("weeks.hint")}</p>
          <WideTable label={t("weeks")}>
            <thead>
              <tr>
                <th scope="col">{t("week")}</th>
                {STAGES.map((stage) => (
                  <th key={stage} scope="col">
                    {t(`stage.${stage}`)}
                  </th>
                ))}
                <th scope="col">{t("returned")}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ week, stages: ofWeek, returned }) => (
                <tr key={week}>
                  <th scope="row">{formatDate(week)}</th>
                  {STAGES.map((stage) => (
                    <td key={stage}>{describeDuration(ofWeek[stage].median)}</td>
                  ))}
                  <td>
                    <ShareText share={returned} />
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </section>
      )}
    </>
  );
}

function DurationCells({ durations: { count, median, p90 } }: { durations: Durations }) {
  return (
    <>
      <td>{count.toLocaleString("en")}</td>
      <td>{describeDuration(median)}</td>
      <td>{describeDuration(p90)}</td>
    </>
  );
}

function ShareText({ share: { part, of } }: { share: Share }) {
  return <strong>{of === 0 ? t("none.value") : t("share", { part: part / of })}</strong>;
}
