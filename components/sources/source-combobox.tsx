"use client";

import type { DeskRead } from "@/components/reads/read-desk";
import type { FieldControl } from "@/components/ui/field";
import { SuggestingCombobox } from "@/components/ui/suggesting-combobox";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import { outletOf } from "@/lib/sources/source-details";

export type SuggestSources = DeskRead<{ query: string }, Source[]>;

/** A text field that suggests known sources while a person types. */
export function SourceCombobox(props: {
  control: FieldControl;
  value: string;
  suggest: SuggestSources;
  onChange: (value: string) => void;
  onPick: (source: Source) => void;
  /** Enter was pressed and no known source was found for the text. */
  onEnter?: (text: string) => void;
  /** Whether the first suggestion is highlighted by itself. */
  highlightFirst?: boolean;
  inputMode?: "url";
  placeholder?: string;
}) {
  const t = useWords("sources");
  return (
    <SuggestingCombobox
      {...props}
      listLabel={t("knownSources")}
      nameOf={({ title }) => title}
      detailsOf={(source) => [outletOf(source), source.publishedOn]}
    />
  );
}
