import desk from "@/components/desk/desk-page.module.css";
import { words } from "@/lib/words/words";

const MAX_NAMES = 4;

/** For people who cannot change settings: whom they can ask. */
export function WhomToAsk({ administrators }: { administrators: readonly { name: string }[] }) {
  const names = administrators.slice(0, MAX_NAMES).map(({ name }) => name);
  return (
    <p className={desk.hint}>
      {words("settings")("onlyAdministrators", {
        names: new Intl.ListFormat("en", { type: "disjunction" }).format(names),
      })}
    </p>
  );
}
