import {
  alteredWording,
  type WordingPart,
  type AlteredWording as Wordings,
} from "@/lib/reports/claims/altered-wording";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { words } from "@/lib/words/words";
import styles from "./altered-wording.module.css";

const t = words("reader");

/** What the article says beside the original, word by word, where the evidence of a claim has the original. */
export function AlteredWording({ report, claim }: { report: Report; claim: ReportClaim }) {
  const wordings: Wordings | null = alteredWording(report, claim);
  if (!wordings) return null;
  const { language, direction } = report.article;
  return (
    <dl className={styles.wording}>
      <div>
        <dt>{t("wording.original", { source: wordings.source })}</dt>
        <dd dir="auto">
          <Parts parts={wordings.original} as="del" spoken={t("wording.removed")} />
        </dd>
      </div>
      <div>
        <dt>{t("wording.article")}</dt>
        <dd lang={language} dir={direction}>
          <Parts parts={wordings.article} as="ins" spoken={t("wording.added")} />
        </dd>
      </div>
    </dl>
  );
}

/** The words of one side. Those that differ are struck through or underlined, and a word before them says it aloud. */
function Parts({
  parts,
  as: Change,
  spoken,
}: {
  parts: readonly WordingPart[];
  as: "del" | "ins";
  spoken: string;
}) {
  return parts.map(({ text, changed }, index) =>
    changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
      <Change key={index}>
        {/* Its own direction says nothing about that of the wording. */}
        <span className="visually-hidden" dir="auto">
          {spoken}{" "}
        </span>
        {text}
      </Change>
    ) : (
      text
    ),
  );
}
