import desk from "@/components/desk/desk-page.module.css";
import { rich } from "@/components/words/rich";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import { type ChooseDefault, DefaultButton } from "./default-button";
import { ScaleMarks } from "./scale-marks";
import styles from "./scales.module.css";

export interface ScaleView {
  id: string;
  name: string;
  version: number;
  ratings: Rating[];
  isDefault: boolean;
  articles: number;
}

/** The latest version of each scale of the desk, with its older versions below. */
export function ScaleList({
  scales,
  choose,
}: {
  /** Versions of a scale come latest first. */
  scales: readonly ScaleView[];
  /** Absent for people who cannot change the default. */
  choose?: ChooseDefault;
}) {
  const t = words("settings");
  const insteadOf = scales.find(({ isDefault }) => isDefault)?.id ?? "";
  return (
    <ul className={desk.list} aria-label={t("scales.title")}>
      {latestOf(scales).map((scale) => {
        const older = scales.filter(({ id, name }) => name === scale.name && id !== scale.id);
        return (
          <li key={scale.id} className={`${desk.item} ${desk.stacked}`}>
            <h2>
              <a href={`/desk/settings/scales/${scale.id}`}>{scale.name}</a>
            </h2>
            <DefaultButton scale={scale} insteadOf={insteadOf} {...(choose && { choose })} />
            <p className={desk.meta}>
              <span>{t("scale.version", { version: scale.version })}</span>
              <span>{t("scale.ratingCount", { count: scale.ratings.length })}</span>
              <span>{t("scale.articles", { count: scale.articles })}</span>
            </p>
            <div className={styles.sample}>
              <ScaleMarks ratings={scale.ratings} />
            </div>
            {older.length > 0 && (
              <details className={styles.older}>
                <summary>{t("scale.olderVersions", { count: older.length })}</summary>
                <ul>
                  {older.map((each) => (
                    <li key={each.id}>
                      {rich(t, "scale.olderVersion", {
                        version: each.version,
                        articles: each.articles,
                        isDefault: String(each.isDefault),
                        link: (text) => <a href={`/desk/settings/scales/${each.id}`}>{text}</a>,
                      })}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The latest version of each scale. */
export function latestOf(scales: readonly ScaleView[]): ScaleView[] {
  return scales.filter(
    (scale) => !scales.some(({ name, version }) => name === scale.name && version > scale.version),
  );
}
