import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { roleLabels } from "@/lib/policies/actor";
import styles from "./person-label.module.css";

/** A person's name: with their email address if others share the name, and with a label if they are a guest reviewer. */
export function PersonLabel({
  person: { name, guest, address },
}: {
  person: Pick<PersonName, "name" | "address"> & { guest?: boolean };
}) {
  const label = nameToChoose({ name, ...(address ? { address } : {}) });
  if (!guest) return label;
  return (
    <>
      {label} <span className={styles.guest}>{roleLabels.guest}</span>
    </>
  );
}
