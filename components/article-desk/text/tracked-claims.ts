import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { MarkedSpan } from "@/components/article-desk/marks/claim-marks";
import type { CanonicalText } from "@/lib/document/canonical-text";

const key = new PluginKey<DecorationSet>("trackedClaims");

/** How many claims an edit has changed so far. */
export interface ClaimChanges {
  unchanged: number;
  /** Claims whose text was edited. */
  edited: number;
  /** Claims whose text was deleted. */
  removed: number;
}

/** Draws claims over a text that is being edited; they move with the edits. */
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
                  map.toPos(span.start),
                  map.toPos(span.end),
                  {
                    nodeName: "mark",
                    class: "mark",
                    "data-underline": span.underline ?? "solid",
                    "aria-description": span.label,
                    ...(span.colour ? { "data-colour": span.colour } : {}),
                    style: `--lane: ${span.lane}`,
                  },
                  { text: map.text.slice(span.start, span.end) },
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
 * Counts the claims that the edits have changed.
 * @param total the number of claims before the edits
 */
export function countChanges(state: EditorState, total: number): ClaimChanges {
  const remaining = key.getState(state)?.find() ?? [];
  const unchanged = remaining.filter(
    ({ from, to, spec }) => state.doc.textBetween(from, to, "\n", "\n") === spec.text,
  ).length;
  return { unchanged, edited: remaining.length - unchanged, removed: total - remaining.length };
}
