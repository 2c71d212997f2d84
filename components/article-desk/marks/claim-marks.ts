import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { BlockDecorations, type Stretch } from "./block-decorations";
import { BlockPainter } from "./block-painter";

/** A claim as it is drawn. Offsets are UTF-16 units of the canonical text. */
export interface MarkedSpan {
  id: string;
  start: number;
  end: number;
  lane: number;
  /** Names of the rating's colour and underline; null while there is no verdict. */
  colour: string | null;
  underline: string | null;
  /** What it is, for those who do not see it: "Claim 3, False". */
  label: string;
  /** Somebody else is at it. */
  here?: boolean;
}

/** A passage that is lit up. Offsets are UTF-16 units of the canonical text. */
export interface Light {
  start: number;
  end: number;
  /** The selected claim; the passage that a form or a drag is about; what was found; the find that one is at; what is commented on. */
  look: "active" | "pending" | "found" | "found-here" | "comment";
  /** What it is, for those who do not see it. */
  label?: string;
}

interface MarksState {
  spans: ReadonlyMap<string, MarkedSpan>;
  decorations: BlockDecorations;
  /** Keys of what is lit up now, by who lit it. */
  lit: ReadonlyMap<string, readonly string[]>;
}

type Change =
  | { spans: readonly MarkedSpan[] }
  | { lights: readonly Light[]; by: string }
  | { drawn: readonly number[] };

export const claimMarksKey = new PluginKey<MarksState>("claimMarks");

/** A transaction that draws these claims; what is drawn already and has not changed stays as it is. */
export function drawClaims(state: EditorState, spans: readonly MarkedSpan[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { spans } satisfies Change);
}

/** A transaction that lights these passages up instead of those that the same caller lit before. */
export function lightUp(state: EditorState, by: string, lights: readonly Light[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { lights, by } satisfies Change);
}

/** A transaction that draws more of the blocks at the top of the document. */
export function drawBlocks(state: EditorState, indexes: readonly number[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { drawn: indexes } satisfies Change);
}

function stretchOf(span: MarkedSpan, map: CanonicalText): Stretch {
  return {
    key: span.id,
    from: map.toPos(span.start, "start"),
    to: map.toPos(span.end, "end"),
    attributes: {
      class: "mark",
      "data-claim": span.id,
      "aria-description": span.label,
      "data-underline": span.underline ?? "solid",
      ...(span.here ? { "data-here": "" } : {}),
      ...(span.colour ? { "data-colour": span.colour } : {}),
      style: `--lane: ${span.lane}`,
    },
  };
}

function isDrawnAlike(a: MarkedSpan | undefined, b: MarkedSpan): boolean {
  return (
    a !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.lane === b.lane &&
    a.colour === b.colour &&
    a.underline === b.underline &&
    a.label === b.label &&
    a.here === b.here
  );
}

/** Takes out the decorations of claims that went or changed, and adds those that came or changed. */
function patch(before: MarksState, spans: readonly MarkedSpan[], map: CanonicalText): MarksState {
  const after = new Map(spans.map((span) => [span.id, span]));
  const stale: string[] = [];
  for (const [id, span] of before.spans) {
    const now = after.get(id);
    if (now === undefined || !isDrawnAlike(span, now)) stale.push(id);
  }
  const fresh = spans.filter((span) => !isDrawnAlike(before.spans.get(span.id), span));
  return {
    ...before,
    spans: after,
    decorations: before.decorations.change(
      stale,
      fresh.map((span) => stretchOf(span, map)),
    ),
  };
}

function light(before: MarksState, by: string, lights: readonly Light[], map: CanonicalText): MarksState {
  const stretches = lights.map(({ start, end, look, label }, index) => ({
    key: `lit-${by}-${index}`,
    from: map.toPos(start, "start"),
    to: map.toPos(end, "end"),
    attributes: { nodeName: "span", class: `mark-${look}`, ...(label && { "aria-description": label }) },
  }));
  const keys = stretches.map(({ key }) => key);
  return {
    ...before,
    decorations: before.decorations.change(before.lit.get(by) ?? [], stretches),
    lit: new Map(before.lit).set(by, keys),
  };
}

/** The plugin that draws claims over a text. The text itself never holds them. */
export function claimMarksPlugin(map: CanonicalText): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: claimMarksKey,
    state: {
      init: (_, { doc }) => ({ spans: new Map(), decorations: BlockDecorations.of(doc), lit: new Map() }),
      apply(transaction, state) {
        const change: Change | undefined = transaction.getMeta(claimMarksKey);
        if (!change) return state;
        if ("spans" in change) return patch(state, change.spans, map);
        if ("lights" in change) return light(state, change.by, change.lights, map);
        return { ...state, decorations: state.decorations.draw(change.drawn) };
      },
    },
    view(view) {
      const decorations = () => claimMarksKey.getState(view.state)?.decorations;
      let isDrawing = false;
      const painter = new BlockPainter(view, {
        undrawn: (...range) => decorations()?.undrawn(...range) ?? [],
        draw: (indexes) => {
          isDrawing = true;
          view.dispatch(drawBlocks(view.state, indexes));
          isDrawing = false;
        },
      });
      return {
        update: (_, before) => {
          // Only where claims or lights came or went.
          if (!isDrawing && claimMarksKey.getState(before)?.decorations !== decorations()) painter.paint();
        },
        destroy: () => painter.destroy(),
      };
    },
    props: { decorations: (state) => claimMarksKey.getState(state)?.decorations },
  });
}

/** The same as an extension of the editor. */
export function claimMarks(map: CanonicalText): Extension {
  return Extension.create({ name: "claimMarks", addProseMirrorPlugins: () => [claimMarksPlugin(map)] });
}
