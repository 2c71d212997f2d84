import type { MouseEvent } from "react";
import type { MarkedSpan } from "./claim-marks";
import styles from "./claim-ticks.module.css";

/** Units of the strip's height: ticks are placed to the thousandth. */
const HEIGHT = 1000;

/** A strip beside the article that shows where in it the claims stand; a click goes to the nearest. */
export function ClaimTicks({
  spans,
  length,
  selectedId,
  onPick,
}: {
  spans: readonly MarkedSpan[];
  /** UTF-16 units of the whole text. */
  length: number;
  selectedId: string | null;
  onPick: (id: string) => void;
}) {
  const offsetOf = (span: MarkedSpan) => (span.start / Math.max(1, length)) * HEIGHT;

  function pickNearest(event: MouseEvent<SVGSVGElement>) {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientY - top) / height) * HEIGHT;
    let nearest: MarkedSpan | undefined;
    for (const span of spans)
      if (!nearest || Math.abs(offsetOf(span) - at) < Math.abs(offsetOf(nearest) - at)) nearest = span;
    if (nearest) onPick(nearest.id);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for the mouse; N and P go from claim to claim by the keyboard
    <svg
      className={styles.ticks}
      data-empty={spans.length === 0 ? "" : undefined}
      viewBox={`0 0 10 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Where the ${spans.length} claims stand in the article`}
      onClick={pickNearest}
    >
      {spans.map((span) => (
        <rect
          key={span.id}
          className="rating-hue"
          data-colour={span.colour ?? undefined}
          data-selected={span.id === selectedId ? "" : undefined}
          x={span.id === selectedId ? 0 : 3}
          width={span.id === selectedId ? 10 : 4}
          y={offsetOf(span)}
          height={Math.max(2.5, ((span.end - span.start) / Math.max(1, length)) * HEIGHT)}
        />
      ))}
    </svg>
  );
}
