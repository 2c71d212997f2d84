import styles from "./figures.module.css";

const WIDTH = 240;
const HEIGHT = 48;
const GAP = 2;

/** Small bars, one for each week. The same values are in a table, so screen readers need only its name. */
export function WeekChart({
  label,
  values,
}: {
  label: string;
  /** Null for a week without a value. */
  values: readonly (number | null)[];
}) {
  const highest = Math.max(1, ...values.map((value) => value ?? 0));
  const step = WIDTH / Math.max(1, values.length);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {values.map((value, index) => {
        const height = value === null ? 0 : Math.max(1, (value / highest) * (HEIGHT - 1));
        return (
          <rect
            // The place is what names a week here.
            key={`${index.toString()}`}
            x={index * step}
            y={HEIGHT - 1 - height}
            width={Math.max(1, step - GAP)}
            height={height}
          />
        );
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  );
}
