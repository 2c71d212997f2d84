import desk from "@/components/desk/desk-page.module.css";
import type { Rating } from "@/lib/ratings/rating";
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

/** The scales of the desk, each by its newest version, with its older ones below. */
export function ScaleList({
  scales,
  choose,
}: {
  /** The newest version of a scale before its older ones. */
  scales: readonly ScaleView[];
  /** Absent for those who may not choose. */
  choose?: ChooseDefault;
}) {
  const insteadOf = scales.find(({ isDefault }) => isDefault)?.id ?? "";
  return (
    <ul className={desk.list} aria-label="Rating scales">
      {newestOf(scales).map((scale) => {
        const older = scales.filter(({ id, name }) => name === scale.name && id !== scale.id);
        return (
          <li key={scale.id} className={`${desk.item} ${desk.stacked}`}>
            <h2>
              <a href={`/desk/settings/scales/${scale.id}`}>{scale.name}</a>
            </h2>
            <DefaultButton scale={scale} insteadOf={insteadOf} {...(choose && { choose })} />
            <p className={desk.meta}>
              <span>Version {scale.version}</span>
              <span>{scale.ratings.length} ratings</span>
              <span>{articlesOf(scale)}</span>
            </p>
            <div className={styles.sample}>
              <ScaleMarks ratings={scale.ratings} />
            </div>
            {older.length > 0 && (
              <details className={styles.older}>
                <summary>
                  {older.length} older {older.length === 1 ? "version" : "versions"}
                </summary>
                <ul>
                  {older.map((each) => (
                    <li key={each.id}>
                      <a href={`/desk/settings/scales/${each.id}`}>Version {each.version}</a>,{" "}
                      {articlesOf(each)}
                      {each.isDefault && ", default for new articles"}
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

/** The newest version of each scale. */
export function newestOf(scales: readonly ScaleView[]): ScaleView[] {
  return scales.filter(
    (scale) => !scales.some(({ name, version }) => name === scale.name && version > scale.version),
  );
}

export function articlesOf({ articles }: { articles: number }): string {
  return articles === 0 ? "no article" : articles === 1 ? "1 article" : `${articles} articles`;
}
