import desk from "@/components/desk/desk-page.module.css";

/** More names than these say nothing. */
const NAMED = 4;

/** For those who may not change settings: who may. */
export function WhomToAsk({ administrators }: { administrators: readonly { name: string }[] }) {
  const named = administrators.slice(0, NAMED).map(({ name }) => name);
  return (
    <p className={desk.hint}>
      Administrators decide these. To have one changed, ask{" "}
      {new Intl.ListFormat("en", { type: "disjunction" }).format(named)}.
    </p>
  );
}
