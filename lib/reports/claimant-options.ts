import type { Report, ReportClaimant } from "./report";

/** Names a claimant within a report: by id where there is one, because two can have one name. */
export function claimantKeyOf({ id, name }: ReportClaimant): string {
  return id ?? name;
}

/**
 * The claimants of a report, by name, each once. Of several with one name, each has the role that tells it apart.
 * @param textOf puts a name and a role in words
 */
export function claimantOptions(
  { claims }: Pick<Report, "claims">,
  textOf: (claimant: ReportClaimant) => string,
): { value: string; label: string }[] {
  const byKey = new Map<string, ReportClaimant>();
  for (const { claimant } of claims) {
    const known = claimant && byKey.get(claimantKeyOf(claimant));
    if (claimant && (!known || (known.role === null && claimant.role !== null)))
      byKey.set(claimantKeyOf(claimant), claimant);
  }
  const claimants = [...byKey];
  const hasNamesake = (key: string, { name }: ReportClaimant) =>
    claimants.some(([otherKey, other]) => otherKey !== key && other.name === name);
  return claimants
    .map(([value, claimant]) => ({
      value,
      label: hasNamesake(value, claimant) ? textOf(claimant) : claimant.name,
    }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
