import type { ReactNode } from "react";

/** One choice of a form that narrows a list. */
export function FilterSelect({
  name,
  label,
  hideLabel = false,
  value,
  all,
  children,
}: {
  /** The parameter in the address of the page. */
  name: string;
  label: string;
  /** Where the options say what is chosen: the label is read by screen readers only. */
  hideLabel?: boolean;
  value: string | number | null | undefined;
  /** What it says while it narrows nothing. */
  all: string;
  /** The other options. */
  children: ReactNode;
}) {
  return (
    <label>
      {hideLabel ? <span className="visually-hidden">{label}</span> : label}
      <select name={name} className="input" defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
