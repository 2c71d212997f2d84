import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { MarkedSpan } from "@/components/article-desk/marks/claim-marks";
import type { CanonicalText } from "@/lib/document/canonical-text";

const key = new PluginKey<DecorationSet>("trackedClaims");

/** What an edit has done to the claims so far. */
export interface Touched {
  untouched: number;
  /** Claims whose words are others now. */
  edited: number;
  /** Claims whose words are gone. */
  gone: number;
}

/** Draws claims over a text that is edited; they go where the edits take them. */
export function trackedClaims(map: CanonicalText, spans: readonly MarkedSpan[]): Extension {
  return Extension.create({
    name: "trackedClaims",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) =>
            DecorationSet.create(
              doc,
              spans.map((span) =>
                Decoration.inline(
                  map.toPos(span.start, "start"),
                  map.toPos(span.end, "end"),
                  {
                    nodeName: "mark",
                    class: "mark",
                    "data-underline": span.underline ?? "solid",
                    "aria-description": span.label,
                    ...(span.colour ? { "data-colour": span.colour } : {}),
                    style: `--lane: ${span.lane}`,
                  },
                  { words: map.text.slice(span.start, span.end) },
                ),
              ),
            ),
          apply: (transaction, before) => before.map(transaction.mapping, transaction.doc),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
}

/**
 * Counts the claims that the edits have touched.
 * @param all how many claims there were
 */
export function countTouched(state: EditorState, all: number): Touched {
  const left = key.getState(state)?.find() ?? [];
  const untouched = left.filter(
    ({ from, to, spec }) => state.doc.textBetween(from, to, "\n", "\n") === spec.words,
  ).length;
  return { untouched, edited: left.length - untouched, gone: all - left.length };
}
