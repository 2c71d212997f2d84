import { useReportWords } from "@/components/words/use-report-words";
import type { Report } from "@/lib/reports/report";
import { SignedRating } from "../signed-rating";
import styles from "./rating-chart.module.css";

/** How many claims have each rating, as bars on one scale. The bars are decorative: the counts are next to them. */
export function RatingChart({ report }: { report: Pick<Report, "summary" | "scale"> }) {
  const { summaryTitle } = useReportWords();
  const count = new Map(report.summary.counts.map((each) => [each.ratingKey, each.count]));
  const countOf = (key: string) => count.get(key) ?? 0;
  const ratings = report.scale.ratings.filter(({ key }) => countOf(key) > 0);
  if (ratings.length === 0) return null;
  const largest = Math.max(...ratings.map(({ key }) => countOf(key)));
  return (
    <section className={styles.chart} aria-labelledby="chart-title">
      <h2 id="chart-title">{summaryTitle(report)}</h2>
      <ul>
        {ratings.map((rating) => (
          <li key={rating.key}>
            <SignedRating rating={rating} />
            <span className={styles.count}>{countOf(rating.key)}</span>
            <svg aria-hidden="true" focusable="false" viewBox={`0 0 ${largest} 1`} preserveAspectRatio="none">
              <rect
                className="rating-hue"
                data-colour={rating.colour}
                width={countOf(rating.key)}
                height="1"
              />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}
