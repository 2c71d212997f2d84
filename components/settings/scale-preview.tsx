import { ScaleMarks, type Signs } from "./scale-marks";
import styles from "./scales.module.css";

/** The marks of a scale on a light and on a dark ground. */
export function ScalePreview({ ratings }: { ratings: readonly Signs[] }) {
  return (
    <section className={styles.preview} aria-label="As readers see it">
      {(["light", "dark"] as const).map((ground) => (
        <figure key={ground} className={styles.ground} data-ground={ground}>
          <ScaleMarks ratings={ratings} />
          <figcaption>On a {ground} page</figcaption>
        </figure>
      ))}
    </section>
  );
}
