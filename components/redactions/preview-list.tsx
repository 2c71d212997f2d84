import { useDates } from "@/components/dates/dates-context";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Spot } from "@/lib/redactions/eraser";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import own from "./redactions.module.css";

/** Everything that a redaction would take out, by publication, with what is around it. */
export function PreviewList({ preview }: { preview: RedactionPreview }) {
  const dates = useDates();
  const t = useWords("redactions");
  return (
    <section aria-labelledby="redaction-preview" className={own.preview}>
      <h3 id="redaction-preview">{t("preview.title")}</h3>
      <p role="status">{t("preview.total", { count: preview.total })}</p>
      {preview.isInAddress && <Notice tone="failure">{t("preview.address")}</Notice>}
      {preview.publications.map(({ number, publishedAt, spots, spotCount, claims }) => (
        <section key={number} aria-labelledby={`preview-${number}`}>
          <h4 id={`preview-${number}`}>
            {t("preview.publication", { number, time: dates.instant(publishedAt), count: spotCount })}
          </h4>
          <ul className={own.spots}>
            {spots.map((spot, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a preview is replaced as a whole
              <SpotItem key={index} spot={spot} />
            ))}
          </ul>
          {spotCount > spots.length && (
            <p className={own.hint}>{t("preview.more", { count: spotCount - spots.length })}</p>
          )}
          {claims.length > 0 && (
            <Notice>
              <p>{t("preview.claims")}</p>
              <ul>
                {claims.map((claim) => (
                  <li key={claim.number}>{t("preview.claim", claim)}</li>
                ))}
              </ul>
            </Notice>
          )}
        </section>
      ))}
    </section>
  );
}

function SpotItem({ spot }: { spot: Spot }) {
  const t = useWords("redactions");
  return (
    <li>
      <span className={own.part}>{t(`part.${spot.part}`, { number: spot.number ?? 0 })}</span>{" "}
      <span className={own.context}>
        {spot.before}
        <del>{spot.removed}</del>
        {spot.after}
      </span>
    </li>
  );
}
