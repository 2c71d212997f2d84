import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { SourceGroup } from "@/lib/redactions/group-sources";
import { SOURCE_WORDS } from "@/lib/redactions/redaction-input";
import own from "./redactions.module.css";
import type { TargetDraft } from "./target-draft";

interface Props {
  draft: TargetDraft;
  sources: readonly SourceGroup[];
  excerpts: readonly string[];
  addresses: readonly string[];
  errorsOf: (field: string) => readonly string[] | undefined;
  onChange: (part: Partial<TargetDraft>) => void;
}

/** The fields in which an editor says what has to go. */
export function TargetFields({ draft, sources, excerpts, addresses, errorsOf, onChange }: Props) {
  const t = useWords("redactions");
  switch (draft.kind) {
    case "source":
      return <SourceFields draft={draft} sources={sources} errorsOf={errorsOf} onChange={onChange} />;
    case "text":
      return (
        <>
          <Field label={t("text.label")} hint={t("text.hint")} errors={errorsOf("target.text")}>
            {(control) => (
              <input
                {...control}
                value={draft.text}
                autoComplete="off"
                onChange={(event) => onChange({ text: event.target.value })}
              />
            )}
          </Field>
          <label>
            <input
              type="checkbox"
              checked={draft.matchCase}
              onChange={(event) => onChange({ matchCase: event.target.checked })}
            />{" "}
            {t("text.matchCase")}
          </label>
        </>
      );
    case "excerpt":
      return (
        <Choice
          label={t("excerpt.label")}
          none={t("excerpt.none")}
          values={excerpts}
          value={draft.excerpt}
          errors={errorsOf("target.text")}
          onChange={(excerpt) => onChange({ excerpt })}
        />
      );
    case "attachment":
      return (
        <Choice
          label={t("attachment.label")}
          none={t("attachment.none")}
          values={addresses}
          value={draft.address}
          errors={errorsOf("target.address")}
          onChange={(address) => onChange({ address })}
        />
      );
    case "passage":
      return (
        <Field label={t("passage.label")} hint={t("passage.hint")} errors={errorsOf("target.text")}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={draft.passage}
              onChange={(event) => onChange({ passage: event.target.value })}
            />
          )}
        </Field>
      );
  }
}

function SourceFields({
  draft,
  sources,
  errorsOf,
  onChange,
}: Pick<Props, "draft" | "sources" | "errorsOf" | "onChange">) {
  const t = useWords("redactions");
  const errors = errorsOf("target.at") ?? errorsOf("at");
  if (sources.length === 0) return <p className={own.hint}>{t("source.none")}</p>;
  return (
    <>
      <fieldset className={own.choices}>
        <legend>{t("source.choose")}</legend>
        <p className={own.hint}>{t("source.hint")}</p>
        {sources.map((source) => {
          const numbers = [...new Set(source.at.map(({ publication }) => publication))].sort((a, b) => a - b);
          return (
            <label key={source.key} className={own.source}>
              <input
                type="checkbox"
                checked={draft.sources.includes(source.key)}
                onChange={(event) =>
                  onChange({
                    sources: event.target.checked
                      ? [...draft.sources, source.key]
                      : draft.sources.filter((each) => each !== source.key),
                  })
                }
              />
              <span>
                {[source.title, ...source.authors, source.publisher].filter(Boolean).join(", ")}
                <span className={own.detail}>
                  {source.url && <span className={own.address}>{source.url}</span>}{" "}
                  {t("source.in", { count: numbers.length, numbers: numbers.join(", ") })}
                </span>
              </span>
            </label>
          );
        })}
        {errors && (
          <p className={own.error} role="alert">
            {errors.join(" ")}
          </p>
        )}
      </fieldset>
      <fieldset className={own.choices}>
        <legend>{t("source.words")}</legend>
        {SOURCE_WORDS.map((word) => (
          <label key={word}>
            <input
              type="checkbox"
              checked={draft.words.includes(word)}
              onChange={(event) =>
                onChange({
                  words: SOURCE_WORDS.filter((each) =>
                    each === word ? event.target.checked : draft.words.includes(each),
                  ),
                })
              }
            />{" "}
            {t(`source.words.${word}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Choice({
  label,
  none,
  values,
  value,
  errors,
  onChange,
}: {
  label: string;
  /** Shown if there is nothing to choose. */
  none: string;
  values: readonly string[];
  value: string;
  errors: readonly string[] | undefined;
  onChange: (value: string) => void;
}) {
  if (values.length === 0) return <p className={own.hint}>{none}</p>;
  return (
    <Field label={label} errors={errors}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {values.map((each) => (
            <option key={each} value={each}>
              {each.length > 120 ? `${each.slice(0, 120)}…` : each}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
