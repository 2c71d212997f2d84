import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { roleLabels } from "@/lib/policies/actor";
import styles from "./person-label.module.css";

/** Somebody's name, with their address where several have that name, and the word that they are from outside where they are. */
export function PersonLabel({
  person: { name, guest, address },
}: {
  person: Pick<PersonName, "name" | "address"> & { guest?: boolean };
}) {
  const words = nameToChoose({ name, ...(address ? { address } : {}) });
  if (!guest) return words;
  return (
    <>
      {words} <span className={styles.guest}>{roleLabels.guest}</span>
    </>
  );
}
