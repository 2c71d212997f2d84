import type { PersonName } from "@/lib/claims/claim";
import { roleLabels } from "@/lib/policies/actor";
import styles from "./person-label.module.css";

/** Somebody's name, with the word that they are from outside the newsroom where they are. */
export function PersonLabel({
  person: { name, guest },
}: {
  person: Pick<PersonName, "name"> & { guest?: boolean };
}) {
  if (!guest) return name;
  return (
    <>
      {name} <span className={styles.guest}>{roleLabels.guest}</span>
    </>
  );
}
