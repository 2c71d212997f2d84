import { roleLabels, STAFF_ROLES } from "@/lib/policies/actor";

/** The roles of the desk, as the options of a list. */
export function RoleOptions() {
  return STAFF_ROLES.map((role) => (
    <option key={role} value={role}>
      {roleLabels[role]}
    </option>
  ));
}
