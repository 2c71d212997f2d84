import { type WordsKey, words } from "@/lib/words/words";
import { ScaleMarks, type Signs } from "./scale-marks";
import styles from "./scales.module.css";

const captions = { light: "preview.light", dark: "preview.dark" } as const satisfies Record<
  string,
  WordsKey<"settings">
>;

/** The marks of a scale on a light and a dark background. */
export function ScalePreview({ ratings }: { ratings: readonly Signs[] }) {
  const t = words("settings");
  return (
    <section className={styles.preview} aria-label={t("preview.title")}>
      {(["light", "dark"] as const).map((ground) => (
        <figure key={ground} className={styles.ground} data-ground={ground}>
          <ScaleMarks ratings={ratings} />
          <figcaption>{t(captions[ground])}</figcaption>
        </figure>
      ))}
    </section>
  );
}
