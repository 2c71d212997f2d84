import { useWords } from "@/components/words/use-words";
import { API_SCOPES, type ApiScope } from "@/lib/policies/api-scope";
import styles from "./scope-choice.module.css";

/** What a new token can do: one box per scope. */
export function ScopeChoice({
  chosen,
  change,
  errors,
}: {
  chosen: readonly ApiScope[];
  change: (scopes: ApiScope[]) => void;
  /** What is wrong with the choice. */
  errors: readonly string[] | undefined;
}) {
  const t = useWords("account");
  return (
    <fieldset className={styles.choices}>
      <legend>{t("token.permissions")}</legend>
      {API_SCOPES.map((scope) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={chosen.includes(scope)}
            aria-invalid={errors ? true : undefined}
            onChange={({ target }) =>
              change(API_SCOPES.filter((each) => (each === scope ? target.checked : chosen.includes(each))))
            }
          />{" "}
          {t(`token.scope.${scope}`)}
        </label>
      ))}
      {errors && (
        <p className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
