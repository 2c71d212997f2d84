import type { MouseEvent } from "react";
import { useWords } from "@/components/words/use-words";
import type { MarkedSpan } from "./claim-marks";
import styles from "./claim-ticks.module.css";

/** Height of the SVG's view box. */
const HEIGHT = 1000;

/** A strip beside the article that shows the positions of its claims. A click opens the nearest claim. */
export function ClaimTicks({
  spans,
  length,
  selectedId,
  onPick,
}: {
  spans: readonly MarkedSpan[];
  /** Length of the text in UTF-16 units. */
  length: number;
  selectedId: string | null;
  onPick: (id: string) => void;
}) {
  const t = useWords("articles");
  const topOf = (span: MarkedSpan) => (span.start / Math.max(1, length)) * HEIGHT;

  function pickNearest(event: MouseEvent<SVGSVGElement>) {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientY - top) / height) * HEIGHT;
    let nearest: MarkedSpan | undefined;
    for (const span of spans)
      if (!nearest || Math.abs(topOf(span) - at) < Math.abs(topOf(nearest) - at)) nearest = span;
    if (nearest) onPick(nearest.id);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the mouse; on the keyboard, N and P move between claims
    <svg
      className={styles.ticks}
      data-empty={spans.length === 0 ? "" : undefined}
      viewBox={`0 0 10 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("ticks.label", { count: spans.length })}
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
          y={topOf(span)}
          height={Math.max(2.5, ((span.end - span.start) / Math.max(1, length)) * HEIGHT)}
        />
      ))}
    </svg>
  );
}
