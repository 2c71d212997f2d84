import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import { Editor } from "@tiptap/core";
import {
  claimMarks,
  claimMarksKey,
  drawClaims,
  lightUp,
  type MarkedSpan,
} from "@/components/article-desk/marks/claim-marks";
import { readOnlyText } from "@/components/article-desk/text/read-only-text";
import { segmentText } from "@/lib/claims/segment-text";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleExtensions } from "@/lib/document/extensions";
import { articleSchema } from "@/lib/document/schema";

export interface BenchClaim {
  id: string;
  /** UTF-16 offsets into the paragraphs joined by "\n". */
  start: number;
  end: number;
}

/** Something that draws claims over a text. */
export interface Candidate {
  mount(root: HTMLElement, paragraphs: string[]): void;
  draw(claims: readonly BenchClaim[]): void;
  add(claim: BenchClaim, all: readonly BenchClaim[]): void;
  select(id: string): void;
  remove(id: string, all: readonly BenchClaim[]): void;
  /** Whether no more drawing is pending. */
  isFullyDrawn(): boolean;
}

/** The desk's own editor. */
export function obelus(): Candidate {
  let editor: Editor;
  let spans: MarkedSpan[] = [];
  const toSpan = ({ id, start, end }: BenchClaim): MarkedSpan => ({
    id,
    start,
    end,
    lane: 0,
    colour: "plum",
    underline: "solid",
    label: id,
  });
  return {
    mount(root, paragraphs) {
      const doc = {
        type: "doc",
        content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
      };
      const map = canonicalText(articleSchema.nodeFromJSON(doc));
      editor = new Editor({
        element: root,
        extensions: [...articleExtensions, readOnlyText, claimMarks(map)],
        content: doc,
      });
    },
    draw(claims) {
      spans = claims.map(toSpan);
      editor.view.dispatch(drawClaims(editor.state, spans));
    },
    add(claim) {
      spans = [...spans, toSpan(claim)];
      editor.view.dispatch(drawClaims(editor.state, spans));
    },
    select(id) {
      const found = spans.find((span) => span.id === id);
      if (found)
        editor.view.dispatch(
          lightUp(editor.state, "desk", [{ start: found.start, end: found.end, look: "active" }]),
        );
    },
    remove(id) {
      spans = spans.filter((span) => span.id !== id);
      editor.view.dispatch(drawClaims(editor.state, spans));
    },
    isFullyDrawn: () => claimMarksKey.getState(editor.state)?.decorations.undrawn(1).length === 0,
  };
}

/** A browser annotation library, with its span renderer or its CSS highlight renderer. */
export function recogito(renderer: "SPANS" | "CSS_HIGHLIGHTS"): Candidate {
  let annotator: ReturnType<typeof createTextAnnotator<TextAnnotation, TextAnnotation>>;
  let root: HTMLElement;
  let starts: number[] = [];
  const rangeOf = ({ start, end }: BenchClaim): Range => {
    const at = (offset: number): [Node, number] => {
      let index = starts.findLastIndex((from) => from <= offset);
      index = Math.max(0, index);
      const text = root.children[index]?.firstChild as Text;
      return [text, Math.min(offset - (starts[index] as number), text.length)];
    };
    const range = document.createRange();
    range.setStart(...at(start));
    range.setEnd(...at(end));
    return range;
  };
  const toAnnotation = (claim: BenchClaim): TextAnnotation => {
    const range = rangeOf(claim);
    return {
      id: claim.id,
      bodies: [],
      target: {
        annotation: claim.id,
        selector: [{ quote: range.toString(), start: claim.start, end: claim.end, range }],
      },
    };
  };
  return {
    mount(element, paragraphs) {
      root = element;
      let offset = 0;
      starts = [];
      for (const text of paragraphs) {
        const paragraph = document.createElement("p");
        paragraph.textContent = text;
        root.append(paragraph);
        starts.push(offset);
        offset += text.length + 1;
      }
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, { renderer });
    },
    draw: (claims) => annotator.setAnnotations(claims.map(toAnnotation)),
    add: (claim) => annotator.addAnnotation(toAnnotation(claim)),
    select: (id) => annotator.setSelected(id),
    remove: (id) => annotator.removeAnnotation(id),
    // It draws only what is visible.
    isFullyDrawn: () => true,
  };
}

/** Plain mark elements, rewritten paragraph by paragraph: the baseline. */
export function plainMarks(): Candidate {
  let root: HTMLElement;
  let paragraphs: string[] = [];
  let starts: number[] = [];
  const write = (index: number, claims: readonly BenchClaim[]) => {
    const text = paragraphs[index] as string;
    const from = starts[index] as number;
    const inside = claims
      .filter((claim) => claim.start < from + text.length && claim.end > from)
      .map((claim) => ({
        id: claim.id,
        start: Math.max(0, claim.start - from),
        end: Math.min(text.length, claim.end - from),
      }));
    const element = root.children[index] as HTMLElement;
    element.replaceChildren(
      ...segmentText(text.length, inside).map((segment) => {
        let node: Node = document.createTextNode(text.slice(segment.start, segment.end));
        for (const id of segment.claims) {
          const mark = document.createElement("mark");
          mark.dataset.claim = id;
          mark.append(node);
          node = mark;
        }
        return node;
      }),
    );
  };
  const touched = (claim: BenchClaim) =>
    starts.flatMap((from, index) =>
      claim.start < from + (paragraphs[index] as string).length && claim.end > from ? [index] : [],
    );
  return {
    mount(element, texts) {
      root = element;
      paragraphs = texts;
      let offset = 0;
      starts = texts.map((text) => {
        const from = offset;
        offset += text.length + 1;
        return from;
      });
      root.append(
        ...texts.map((text) => {
          const paragraph = document.createElement("p");
          paragraph.textContent = text;
          return paragraph;
        }),
      );
    },
    draw(claims) {
      const byParagraph = new Map<number, BenchClaim[]>();
      for (const claim of claims)
        for (const index of touched(claim))
          byParagraph.set(index, [...(byParagraph.get(index) ?? []), claim]);
      for (const [index, own] of byParagraph) write(index, own);
    },
    add(claim, all) {
      for (const index of touched(claim)) write(index, all);
    },
    select(id) {
      for (const mark of root.querySelectorAll(`[data-claim="${id}"]`)) mark.classList.add("selected");
    },
    remove(id, all) {
      for (const mark of root.querySelectorAll(`[data-claim="${id}"]`)) mark.replaceWith(...mark.childNodes);
      void all;
    },
    isFullyDrawn: () => true,
  };
}
